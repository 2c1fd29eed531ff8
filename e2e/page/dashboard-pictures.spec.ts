import type { Page } from '@playwright/test';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { introspect } from '../support/granted.ts';
import { Sharer } from '../support/shared.ts';
import { change } from '../support/stored.ts';

const widths = [320, 390, 768, 1280];
const schemes = ['light', 'dark'] as const;

/** A customer with a consent in force, one that ends soon, and one that was stopped. */
async function shareAll(server: Server, language: string) {
  const amara = new Sharer(server, 'amara');
  const first = await amara.share(['acc-am-1', 'acc-am-2'], { language, scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  await amara.stop(first.consentId);
  const wide = 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS STATEMENTS CUSTOMER_CONTACT';
  const whole = await amara.share(['acc-am-1', 'acc-am-2', 'acc-am-3', 'acc-am-4'], { language, scope: wide });
  await introspect(server, whole.accessToken);
  change(server.databasePath, `update consents set client_id = 'rent-check' where id = '${whole.consentId}'`);
  const soon = await amara.share(['acc-am-1'], { language });
  const inTenDays = Math.floor(Date.now() / 1000) + 864_000;
  change(server.databasePath, `update consents set expires_at = ${inTenDays} where id = '${soon.consentId}'`);
  change(server.databasePath, `update consents set client_id = 'budget-buddy' where id = '${whole.consentId}'`);
  change(server.databasePath, `update consents set client_id = 'cashflow-app' where id = '${soon.consentId}'`);
  return { amara, whole };
}

/** The pages to take pictures of, and what is pressed there before. */
const pagesOf = (id: string): Record<string, [path: string, act?: (page: Page) => Promise<void>]> => ({
  'which-bank': ['/consents'],
  list: ['/consents?provider_id=1000'],
  'list-unfolded': ['/consents?provider_id=1000', (page) => page.locator('summary').click()],
  'just-stopped': ['/consents?provider_id=1000&notice=stopped&client_id=budget-buddy'],
  detail: [`/consents/${id}?provider_id=1000`],
  stop: [`/consents/${id}/stop?provider_id=1000`],
  'stop-all': ['/consents/stop?provider_id=1000'],
  change: [`/consents/${id}/change?provider_id=1000`],
  'change-refused': [`/consents/${id}/change?provider_id=1000`, (page) => page.locator('[value=change]').click()],
  receipt: [`/consents/${id}/receipt?provider_id=1000`],
  'sign-out': ['/sign-out'],
  'signed-out': ['/sign-out?provider_id=2000'],
});

for (const language of ['en', 'fr'] as const)
  test(`the dashboard in pictures, ${language}: it fits every width, in the light and in the dark`, async ({
    context,
    page,
    inspect,
  }, { outputDir }) => {
    test.setTimeout(240_000);
    const server = await startServer();
    const { amara, whole } = await shareAll(server, language);
    for (const [name, [path, act]] of Object.entries(pagesOf(whole.consentId))) {
      if (name === 'which-bank') await context.clearCookies();
      else await amara.comesTo(context);
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await page.goto(`${server.origin}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
        await act?.(page);
        await inspect();
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(excess, `${name} at ${width}`).toBeLessThanOrEqual(0);
          await page.screenshot({
            path: `${outputDir}/${language}-${name}-${width}-${colorScheme}.png`,
            fullPage: true,
          });
        }
      }
    }
    await page.goto('about:blank');
    await discardServer(server);
  });

for (const language of ['en', 'fr'] as const)
  test(`a receipt is one printed page, ${language}`, async ({ context, page }, { outputDir }) => {
    const server = await startServer();
    const { amara, whole } = await shareAll(server, language);
    await amara.comesTo(context);
    await page.goto(`${server.origin}/consents/${whole.consentId}/receipt?provider_id=1000&language=${language}`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 816, height: 1056 });
    await page.screenshot({ path: `${outputDir}/receipt-${language}-print.png`, fullPage: true });
    for (const format of ['Letter', 'A4']) {
      const pdf = await page.pdf({ format, path: `${outputDir}/receipt-${language}-${format}.pdf` });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
    }
    for (const text of [`${server.origin}/consents/${whole.consentId}/receipt`, `${server.origin}/jwks`])
      await expect(page.getByText(text)).toBeVisible();
    await page.goto('about:blank');
    await discardServer(server);
  });
