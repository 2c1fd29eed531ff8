import type { Page } from '@playwright/test';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { otherLanguageOf } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { introspect } from '../support/granted.ts';
import { recipientOf, writeRegistry } from '../support/registry.ts';
import { Sharer } from '../support/shared.ts';

const parts = ['', '/stop', '/change', '/receipt'];

/** What a customer reads of a page, without the words that are marked as another language. */
const readIn = (page: Page, language: string) =>
  page.getByRole('main').evaluate(
    (main, other) => {
      const copy = main.cloneNode(true) as HTMLElement;
      for (const foreign of copy.querySelectorAll(`[lang=${other}]`)) foreign.remove();
      return (copy.textContent ?? '').replaceAll(/\s/g, ' ');
    },
    otherLanguageOf(language as 'en' | 'fr'),
  );

const told = {
  en: { account: 'Courant, ending in 1001', cluster: 'transactions', foreign: /partage|opérations|se terminant/i },
  fr: { account: 'Courant, se terminant par 1001', cluster: 'opérations', foreign: /\bshar|transactions|ending/i },
};

for (const language of ['en', 'fr'] as const)
  test.describe(language, () => {
    test.use({ language });

    test('every page of a consent that was given in the other language speaks the reader’s; only what they were told does not', async ({
      accord,
      context,
      page,
      inspect,
    }) => {
      const luc = new Sharer(accord, 'luc');
      const { consentId } = await luc.share(['acc-lg-1', 'acc-lg-2'], { language: otherLanguageOf(language) });
      await luc.comesTo(context);
      for (const path of ['', ...parts.map((part) => `/${consentId}${part}`)]) {
        await page.goto(`${accord.origin}/consents${path}?provider_id=1000&language=${language}`);
        const text = await readIn(page, language);
        if (!path.endsWith('/stop')) expect(text, path).toContain(told[language].account);
        if (!path.endsWith('/stop')) expect(text, path).toContain(told[language].cluster);
        expect(text, path).not.toMatch(told[language].foreign);
        await inspect();
      }
      const words = page.locator(`[lang=${otherLanguageOf(language)}]`, { hasText: '127.0.0.1' });
      await expect(words).toContainText(told[otherLanguageOf(language)].account);
    });

    test('who shares nothing now is not told that services may see their data', async ({ context, page, say }) => {
      const server = await startServer();
      const luc = new Sharer(server, 'luc');
      const { consentId } = await luc.share(['acc-lg-1']);
      await luc.comesTo(context);
      const list = `${server.origin}/consents?provider_id=1000&language=${language}`;
      await page.goto(list);
      await expect(page.getByText(say('mayAll'))).toBeVisible();
      await luc.stop(consentId);
      await page.goto(list);
      await expect(page.getByText(say('noneNow'))).toBeVisible();
      await expect(page.getByText(say('mayAll'))).toHaveCount(0);
      await page.goto('about:blank');
      await discardServer(server);
    });

    test('the last use is the minute in which the bank was asked for data, not when a token was collected', async ({
      accord,
      context,
      page,
      say,
    }) => {
      const luc = new Sharer(accord, 'luc');
      const { consentId, accessToken } = await luc.share(['acc-lg-3']);
      await luc.comesTo(context);
      await page.goto(`${accord.origin}/consents/${consentId}?provider_id=1000&language=${language}`);
      const fact = page.getByRole('definition').nth(4);
      await expect(page.getByRole('term').nth(4)).toHaveText(say('lastUsed'));
      await expect(fact).toHaveText(say('neverUsed'));
      await introspect(accord, accessToken);
      await page.reload();
      await expect(fact).toHaveText(
        language === 'en' ? /^\w+\s\d+,\s20\d\d at \d+:\d\d\s[ap]\.m\.$/ : /^\d+(er)?\s\p{L}+\s20\d\d à \d+\sh\s\d\d$/u,
      );
    });

    test('access that lasts minutes ends at a time of day', async ({ context, page, say }) => {
      const server = await startOnce();
      const luc = new Sharer(server, 'luc');
      await luc.share(['acc-lg-1']);
      await luc.comesTo(context);
      await page.goto(`${server.origin}/consents?provider_id=1000&language=${language}`);
      const time = language === 'en' ? / at \d+:\d\d\s[ap]\.m\.$/ : / à \d+\sh\s\d\d$/;
      await expect(page.getByRole('definition').filter({ hasText: say('onceOnly') })).toHaveText(time);
      await page.goto('about:blank');
      await discardServer(server);
    });
  });

/** The sample world in which the recipient asks for once. */
async function startOnce(): Promise<Server> {
  const registry = writeRegistry((world) => {
    const { duration_period: _, ...rest } = recipientOf(world, 'budget-buddy');
    world.recipients = [{ ...rest, duration_type: ['ONE_TIME'] } as (typeof world.recipients)[number]];
  });
  return startServer({ registry });
}
