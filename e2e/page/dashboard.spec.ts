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
  en: { account: 'Courant …1001', cluster: 'transactions', foreign: /partage|opérations|se terminant/i },
  fr: { account: 'Courant …1001', cluster: 'opérations', foreign: /\bshar|transactions|ending/i },
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
        if (!path.endsWith('/stop')) expect(text.toLowerCase(), path).toContain(told[language].cluster);
        expect(text, path).not.toMatch(told[language].foreign);
        await inspect();
      }
      const words = page.locator(`[lang=${otherLanguageOf(language)}]`, { hasText: '127.0.0.1' });
      await expect(words).toContainText(told[otherLanguageOf(language)].account);
    });

    test('who shares nothing now is not told that services may see their data', async ({
      context,
      page,
      inspect,
      say,
    }) => {
      const registry = writeRegistry(() => undefined);
      const server = await startServer({ registry });
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
      await inspect();
      await luc.share(['acc-lg-1']);
      await luc.comesTo(context);
      writeRegistry((file) => Object.assign(recipientOf(file, 'budget-buddy'), { status: 'suspended' }), registry);
      // A running server follows its registry within seconds.
      await expect(async () => {
        await page.goto(list);
        await expect(page.getByRole('heading', { level: 2, name: say('pausedTitle') })).toBeVisible({ timeout: 200 });
      }).toPass({ timeout: 10_000 });
      await expect(page.getByText(say('mayAll'))).toHaveCount(0);
      await inspect();
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

/** The places of everything that Tab reaches, in order, and whether it is seen there. */
async function walk(
  page: Page,
): Promise<{ name: string; top: number; bottom: number; left: number; isSeen: boolean }[]> {
  const stops = [];
  for (let most = 0; most < 60; most += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      // After the last stop Tab begins anew, with the link that skips.
      if (!focused || focused === document.body || focused.getAttribute('href') === '#main') return undefined;
      const box = focused.getBoundingClientRect();
      const { outlineStyle } = getComputedStyle(focused);
      const isSeen = box.top >= 0 && box.bottom <= innerHeight && outlineStyle !== 'none';
      const name = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
      return { name, top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, isSeen };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}

test('C19 the pages of the dashboard go by keyboard, in forced colours and with text of twice the size', async ({
  accord,
  context,
  page,
  inspect,
  say,
}) => {
  const amara = new Sharer(accord, 'amara');
  const { consentId } = await amara.share(['acc-am-1', 'acc-am-2'], { scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  await amara.comesTo(context);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/stop', ...parts.map((part) => `/${consentId}${part}`)]) {
    await page.emulateMedia({ forcedColors: 'none' });
    await page.goto(`${accord.origin}/consents${path}?provider_id=1000&language=en`);
    await page.keyboard.press('Tab');
    const stops = await walk(page);
    expect(stops.length, path).toBeGreaterThan(3);
    expect(
      stops.filter(({ isSeen }) => !isSeen),
      path,
    ).toEqual([]);
    for (const [index, { top, left, name }] of stops.entries()) {
      const before = stops[index - 1];
      const isOnward = !before || top >= before.bottom - 1 || left > before.left;
      expect(isOnward, `${name} at ${path}`).toBe(true);
    }
    if (path === '') expect(stops.map(({ name }) => name)).toContain(say('stop', { recipient: 'Budget Buddy' }));

    await page.emulateMedia({ forcedColors: 'active' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await inspect();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess, `${path} with text of 200 %`).toBeLessThanOrEqual(0);
  }
});

/** The sample world in which the recipient asks for once. */
async function startOnce(): Promise<Server> {
  const registry = writeRegistry((world) => {
    const { duration_period: _, ...rest } = recipientOf(world, 'budget-buddy');
    world.recipients = [{ ...rest, duration_type: ['ONE_TIME'] } as (typeof world.recipients)[number]];
  });
  return startServer({ registry });
}
