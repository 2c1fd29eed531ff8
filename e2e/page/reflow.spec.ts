import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

// 1280 × 1024 at 400 % is 320 × 256 (WCAG 2.2 §1.4.10).
const narrow = [
  { name: 'on a telephone', width: 320, height: 640 },
  { name: 'at 400 %', width: 320, height: 256 },
];

for (const { name, ...size } of narrow) {
  test(`C19 the sign-in and the consent need no horizontal scrolling ${name}`, async ({ customer, page, inspect }) => {
    await page.setViewportSize(size);
    await customer.isSent();
    await expectNoHorizontalScrolling(page);
    await customer.signsIn('camille');
    await customer.seesConsent();
    await customer.allow.click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expectNoHorizontalScrolling(page);
    await inspect();
  });
}

for (const language of ['en', 'fr'] as const)
  test.describe(language, () => {
    test.use({ language });

    test('C19 the sign-in, the consent and a problem need no horizontal scrolling at 390 px with text of 200 %', async ({
      customer,
      page,
      accord,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const enlarge = () => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await customer.isSent();
      await enlarge();
      await expectNoHorizontalScrolling(page);
      await customer.signsIn('camille');
      await customer.seesConsent();
      await enlarge();
      for (const heading of await page.locator('summary').all()) await heading.click();
      await expectNoHorizontalScrolling(page);
      const [logo, heading] = [page.getByRole('main').locator('img'), page.getByRole('heading', { level: 1 })];
      const [above, below] = [await logo.boundingBox(), await heading.boundingBox()];
      if (!above || !below) throw new Error('logo and heading are shown');
      expect(above.y + above.height).toBeLessThanOrEqual(below.y);
      await page.goto(`${accord.origin}/authorize?client_id=nobody&language=${language}`);
      await enlarge();
      await expectNoHorizontalScrolling(page);
    });
  });

test('C19 the pages of the dashboard need no horizontal scrolling at 320 px, in either language', async ({
  accord,
  customer,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await customer.comesToConsent('noah', { scope: 'ACCOUNT_BASIC TRANSACTIONS STATEMENTS' });
  await customer.allow.click();
  await customer.isBack();
  for (const language of ['en', 'fr']) {
    await page.goto(`${accord.origin}/consents?provider_id=1000&language=${language}`);
    await expectNoHorizontalScrolling(page);
    const path = (await page.locator('li a').first().getAttribute('href')) ?? '';
    for (const part of ['', '/stop', '/change', '/receipt']) {
      await page.goto(`${accord.origin}${path.replace('?', `${part}?`)}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoHorizontalScrolling(page);
    }
  }
});

test('C19 a problem page with a long value needs no horizontal scrolling at 320 px', async ({ page, accord, say }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${accord.origin}/authorize?client_id=${'x'.repeat(400)}`);
  await page.getByText(say('forDeveloper')).click();
  await expectNoHorizontalScrolling(page);
});

test('C19 everything that can be pressed is at least 24 px high and wide at 320 px', async ({ customer, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await customer.comesToConsent('camille');
  const targets = [
    ...(await page.getByRole('button').all()),
    ...(await page.getByRole('checkbox').all()),
    ...(await page.getByRole('radio').all()),
    ...(await page.locator('summary').all()),
  ];
  expect(targets.length).toBeGreaterThan(6);
  for (const target of targets) {
    const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
    expect(Math.min(width, height), (await target.textContent()) ?? undefined).toBeGreaterThanOrEqual(24);
  }
});

test('Deny is as large as Allow and stands before it, left or above', async ({ customer, page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await customer.isSent();
    if (width === 320) await customer.signsIn('noah');
    const [deny, allow] = [await customer.deny.boundingBox(), await customer.allow.boundingBox()];
    if (!deny || !allow) throw new Error('a button is not shown');
    expect([deny.width, deny.height]).toEqual([allow.width, allow.height]);
    expect(deny.x + deny.width <= allow.x || deny.y + deny.height <= allow.y).toBe(true);
    const look = (name: 'deny' | 'allow') =>
      customer[name].evaluate((button) => {
        const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(button);
        return { color, backgroundColor, borderColor, fontSize, fontWeight };
      });
    expect(await look('deny')).toEqual(await look('allow'));
  }
});

async function expectNoHorizontalScrolling(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, 'pixels beyond the edge').toBeLessThanOrEqual(0);
}
