import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { discardServer, newSecret, repository, type Server, startInVain, startServer } from '../servers/server.ts';
import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { providerOf, writeRegistry } from '../support/registry.ts';
import { Sharer } from '../support/shared.ts';
import { query } from '../support/stored.ts';

const brand = {
  icon_uri: '/demo/maple-bank.svg',
  second_color: '#f2b705',
  font: { family: 'Maple Sans', files: [{ uri: '/maple/regular.woff2' }] },
  legal: 'Sample Bank is not a member of anything.',
  'legal#fr': 'La banque modèle n’est membre de rien.',
  time_zone: 'America/Vancouver',
  'wording#en': 'maple.en.json',
  'wording#fr': 'maple.fr.json',
};
const wording = {
  en: { Consent: { glance: { never: 'It can only look.' } }, Dashboard: { lead: 'All of these can see your data.' } },
  fr: {
    Consent: { glance: { never: 'Elle ne fait que regarder.' } },
    Dashboard: { lead: 'Tous ceux-ci voient vos données.' },
  },
};
const legal = { en: brand.legal, fr: brand['legal#fr'] };

/** The sample world whose first bank has all of it. */
function brandedRegistry(french: object = wording.fr): string {
  const registry = writeRegistry((world) => Object.assign(providerOf(world, '1000'), brand));
  writeFileSync(join(dirname(registry), 'maple.en.json'), JSON.stringify(wording.en));
  writeFileSync(join(dirname(registry), 'maple.fr.json'), JSON.stringify(french));
  return registry;
}

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ registry: brandedRegistry() });
});
test.afterAll(() => discardServer(server));

for (const language of ['en', 'fr'] as const)
  test(`a bank’s font, icon, second colour, paragraph, time zone and words are on its pages, and on nobody else’s, ${language}`, async ({
    context,
    page,
    inspect,
  }) => {
    const font = readFileSync(join(repository, 'node_modules/next/dist/next-devtools/server/font/geist-latin.woff2'));
    await context.route('**/maple/regular.woff2', (route) => route.fulfill({ body: font, contentType: 'font/woff2' }));
    const luc = new Sharer(server, 'luc');
    const { consentId } = await luc.share(['acc-lg-1'], { language });
    await luc.comesTo(context);
    const recorded = query<{ text: string }>(server.databasePath, 'select text from consents where id = ?', consentId);
    expect(JSON.parse(recorded[0]?.text ?? '{}').glance.never).toBe(wording[language].Consent.glance.never);

    await page.goto(server.origin + authorizePath({ language }));
    await expect(page.getByText(wording[language].Consent.glance.never)).toBeVisible();
    // Without the bank in its address too.
    for (const path of [`/consents?provider_id=1000&language=${language}`, `/consents?language=${language}`]) {
      await page.goto(server.origin + path);
      await expect(page.getByText(wording[language].Dashboard.lead)).toBeVisible();
      await expect(page.getByText(legal[language])).toBeVisible();
      await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', brand.icon_uri);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('font-family', /^"Maple Sans", /);
      expect(await page.evaluate(() => [...document.fonts].map(({ family, status }) => [family, status]))).toEqual([
        [expect.stringContaining('Maple Sans'), 'loaded'],
      ]);
      await expect(page.getByRole('banner')).toHaveCSS('border-bottom-color', 'rgb(242, 183, 5)');
      const hour = new Intl.DateTimeFormat(`${language}-CA`, { hour: 'numeric', timeZone: brand.time_zone });
      const [now] = hour.formatToParts(new Date()).filter(({ type }) => type === 'hour');
      await expect(page.getByRole('definition').nth(2)).toContainText(new RegExp(`\\s${now?.value}[: \\s]`));
      await inspect();
    }

    await page.goto(`${server.origin}/consents?provider_id=2000&language=${language}`);
    await expect(page.getByText(legal[language])).toHaveCount(0);
    await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', '/accord.svg');
  });

test('words that ask for what a message is not given keep the server from starting', async () => {
  const { code, text } = await startInVain({
    ACCORD_ISSUER: 'http://localhost:3999',
    ACCORD_SECRET: newSecret(),
    ACCORD_REGISTRY: brandedRegistry({ Consent: { glance: { never: 'Bonjour {name}' } }, Dashbord: {} }),
    DATABASE_URL: `file:${join(server.directory, 'vain.db')}`,
    PORT: '3999',
  });
  expect(code).toBe(1);
  expect(text).toContain(
    'providers[0].wording#fr: Consent.glance.never asks for {name}, which this message is not given',
  );
});
