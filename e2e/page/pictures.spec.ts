import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { repository } from '../servers/server.ts';
import { newProof } from '../support/authorization-request.ts';
import type { Customer } from '../support/customer.ts';
import { test } from '../support/fixtures.ts';

const everything =
  'ACCOUNT_BASIC ACCOUNT_DETAILED ACCOUNT_PAYMENTS INVESTMENTS TRANSACTIONS STATEMENTS CUSTOMER_CONTACT CUSTOMER_PERSONAL';
const ofCashflow = { client_id: 'cashflow-app', redirect_uri: 'http://127.0.0.1/callback', ...newProof().parameters };

/** The states that are looked at, each with the way there. */
const states: Record<string, (customer: Customer) => Promise<unknown>> = {
  'sign-in': (customer) => customer.isSent(),
  'sign-in-wrong': async (customer) => {
    await customer.isSent();
    await customer.signsIn('camille', 'wrong');
  },
  consent: (customer) =>
    customer.comesToConsent('camille', {
      scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS STATEMENTS CUSTOMER_CONTACT',
    }),
  'consent-of-three': (customer) =>
    customer.comesToConsent('camille', { scope: 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS STATEMENTS' }),
  'consent-without-account': async (customer) => {
    await customer.comesToConsent('camille');
    await customer.allow.click();
  },
  'consent-of-one-account': (customer) => customer.comesToConsent('noah'),
  'consent-of-everything': async (customer) => {
    await customer.isSent({ ...ofCashflow, scope: everything });
    await customer.signsInAs('luc', 'sucre-roux');
  },
  'no-account': async (customer) => {
    await customer.isSent({ provider_id: '2000' });
    await customer.signsInAs('joseph', 'boreal-nord');
  },
  'problem-of-a-stranger': (customer) => customer.isSent({ client_id: 'nobody' }),
};

const directory = join(repository, 'test-results/pictures');
mkdirSync(directory, { recursive: true });

for (const language of ['en', 'fr'] as const)
  test.describe(language, () => {
    test.use({ language });

    for (const [state, come] of Object.entries(states))
      test(`pictures of ${state}`, async ({ customer, page }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await come(customer);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const width of [320, 390, 768, 1280]) {
            await page.setViewportSize({ width, height: 844 });
            const path = join(directory, `${state}-${language}-${width}-${colorScheme}.png`);
            await page.screenshot({ path, fullPage: true });
          }
        }
        await page.setViewportSize({ width: 390, height: 844 });
        process.stdout.write(`${state}, ${language}, 390 × 844: ${await figuresOf(page)}\n`);
      });
  });

/** Screens down to the answers, and words that are not folded before them; the weight of the document. */
async function figuresOf(page: Page): Promise<string> {
  const { bottom, words } = await page.evaluate(() => {
    const answer = document.querySelector('[name=decision]');
    const bottom = answer ? answer.getBoundingClientRect().bottom + scrollY : document.body.scrollHeight;
    const [text] = `${document.querySelector('header')?.innerText}\n${document.querySelector('main')?.innerText}`.split(
      answer?.textContent ? `\n${answer.textContent}` : '\u0000',
    );
    return { bottom, words: (text ?? '').match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0 };
  });
  const html = await page.content();
  return `${(bottom / 844).toFixed(2)} screens, ${words} words, ${gzipSync(html).length} B of HTML in gzip`;
}
