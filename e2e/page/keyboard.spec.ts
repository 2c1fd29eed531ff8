import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

test('C19 the whole journey goes by keyboard alone', async ({ customer, page, say }) => {
  await customer.isSent();
  await tabTo(page, say('username'));
  await page.keyboard.type('camille');
  await tabTo(page, say('password'));
  await page.keyboard.type('erable-rouge');
  await page.keyboard.press('Enter');
  await customer.seesConsent();
  await tabTo(page, say('account', { name: 'Bills', digits: '1234' }));
  await page.keyboard.press('Space');
  await tabTo(page, say('deny'));
  await tabTo(page, say('allow'));
  await page.keyboard.press('Enter');
  expect((await customer.isBack()).url.searchParams.has('code')).toBe(true);
});

for (const name of ['sign-in', 'consent'] as const) {
  test(`C19 on the ${name} page the focus goes as the eye does, and is always seen`, async ({ customer, page }) => {
    if (name === 'consent') await customer.comesToConsent('camille');
    else await customer.isSent();
    await page.keyboard.press('Tab');
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(4);
    for (const [earlier, later] of pairs(stops)) {
      const isBelow = later.top >= earlier.bottom - 1;
      const isRight = later.top < earlier.bottom && later.left >= earlier.right - 1;
      expect(isBelow || isRight, `${later.name} after ${earlier.name}`).toBe(true);
    }
    expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
  });
}

test('C9 Enter in a checkbox decides nothing', async ({ customer, page, recipient }) => {
  await customer.comesToConsent('camille');
  await customer.account('1234').check();
  const before = page.url();
  await customer.account('1234').press('Enter');
  await customer.account('5678').press('Space');
  await expect(customer.account('5678')).toBeChecked();
  expect(page.url()).toBe(before);
  expect(recipient.hits).toEqual([]);
});

test('the first stop of a page skips to its content', async ({ customer, page, say }) => {
  await customer.comesToConsent('camille');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: say('skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

interface Stop {
  name: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
  isSeen: boolean;
}

/** Tabs until the element of that label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  const isThere = (wanted: string) => {
    const focused = document.activeElement as HTMLInputElement | null;
    const text = focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
    return text.replaceAll('\u00a0', ' ').includes(wanted);
  };
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isThere, label)) return;
  }
  throw new Error(`${label} is not reached by Tab`);
}

/** The places of everything that Tab reaches, in that order, after the link that skips. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let most = 0; most < 40; most += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((): Stop | undefined => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const box = focused.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const isInView = box.top >= 0 && box.bottom <= innerHeight;
      return {
        name: focused.outerHTML.slice(0, 80),
        top: box.top + scrollY,
        bottom: box.bottom + scrollY,
        left: box.left,
        right: box.right,
        isSeen: isInView && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  return stops;
}

const pairs = (stops: Stop[]): [Stop, Stop][] =>
  stops.flatMap((stop, position): [Stop, Stop][] => {
    const next = stops[position + 1];
    return next ? [[stop, next]] : [];
  });
