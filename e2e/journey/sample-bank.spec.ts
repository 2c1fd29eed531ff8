import type { Page } from '@playwright/test';
import { words } from '../../demo/bank/words.ts';
import { words as recipientWords } from '../../demo/recipient/words.ts';
import type { Language } from '../../i18n/locale.ts';
import { type SampleWorld, startSampleWorld } from '../servers/sample-bank.ts';
import { beginsAt } from '../servers/sample-recipient.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { test as base, expect } from '../support/fixtures.ts';

const test = base.extend<object, { world: SampleWorld }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
    async ({}, use) => {
      const world = await startSampleWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
});

/** From the sample recipient to the bank's own sign-in page. */
async function comesToTheBank(page: Page, { recipient }: SampleWorld, language: Language): Promise<void> {
  await beginsAt(page, recipient, { language, bank: '3000' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[language].signIn);
}

async function givesPassword(page: Page, language: Language, [username, password]: [string, string]): Promise<void> {
  await page.getByLabel(words[language].username).fill(username);
  await page.getByLabel(words[language].password).fill(password);
  await page.getByRole('button', { name: words[language].next }).click();
}

/** Reads the code where a phone would have shown it. */
async function givesCode(page: Page, language: Language): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[language].code);
  const code = /\d{6}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  await page.getByLabel(words[language].codeField).fill(code);
  await page.getByRole('button', { name: words[language].confirm }).click();
}

const sigrid: [string, string] = ['sigrid', 'phare-blanc'];

test('a customer signs in at the bank with a second factor, and the recipient has the accounts they allowed and no other', async ({
  customer,
  javaScriptEnabled,
  language,
  page,
  world,
}) => {
  const t = words[language];
  await comesToTheBank(page, world, language);
  if (javaScriptEnabled) await expectAccessible(page);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  await givesPassword(page, language, ['sigrid', 'wrong']);
  await expect(page.getByRole('alert')).toHaveText(t.wrongPassword);
  if (javaScriptEnabled) await expectAccessible(page);
  await givesPassword(page, language, sigrid);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.code);
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByLabel(t.codeField).fill('12345x');
  await page.getByRole('button', { name: t.confirm }).click();
  await expect(page.getByRole('alert')).toHaveText(t.wrongCode);
  await givesCode(page, language);

  await expect(page.getByText('Sigrid Lavoie')).toBeVisible();
  await customer.account('Groceries').check();
  await customer.allow.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(recipientWords[language].allowed);
  const data = page.locator('section', { hasText: recipientWords[language].data }).first();
  await expect(data).toContainText('Marché Jean-Talon');
  await expect(data).toContainText(language === 'en' ? '$1,842.17' : '1\u00a0842,17\u00a0$');
  await expect(data).toContainText(recipientWords[language].refusedAccount.replace('{status}', '403'));
  await expect(data).not.toContainText('Tide Card');
  if (javaScriptEnabled) await expectAccessible(page);
});

test('a customer who cancels at either step of the bank’s page is back at the recipient, with nothing shared', async ({
  language,
  page,
  world,
}) => {
  const refused = { name: recipientWords[language].refused };
  await comesToTheBank(page, world, language);
  await page.getByRole('button', { name: words[language].cancel }).click();
  await expect(page.getByRole('heading', { level: 1, ...refused })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('access_denied');

  await comesToTheBank(page, world, language);
  await givesPassword(page, language, sigrid);
  await page.getByRole('button', { name: words[language].cancel }).click();
  await expect(page.getByRole('heading', { level: 1, ...refused })).toBeVisible();
});

test('three wrong codes are the end of the password, too', async ({ language, page, world }) => {
  const t = words[language];
  await comesToTheBank(page, world, language);
  await givesPassword(page, language, sigrid);
  for (const alert of [t.wrongCode, t.wrongCode, t.tooManyCodes]) {
    await page.getByLabel(t.codeField).fill('x');
    await page.getByRole('button', { name: t.confirm }).click();
    await expect(page.getByRole('alert')).toHaveText(alert);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.signIn);
});

test('“Not you?” signs out at the bank as well, whose page asks first', async ({ customer, language, page, world }) => {
  const t = words[language];
  await comesToTheBank(page, world, language);
  await givesPassword(page, language, sigrid);
  await givesCode(page, language);
  await customer.notYou.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.leave);
  await page.getByRole('button', { name: t.leaveYes }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.signIn);
  await givesPassword(page, language, ['tomas', 'blue-buoy']);
  await givesCode(page, language);
  await expect(page.getByText('Tomas Okafor')).toBeVisible();
});

test('the bank’s page is in both languages, and the switch keeps the place', async ({ language, page, world }) => {
  const other = language === 'en' ? 'fr' : 'en';
  await comesToTheBank(page, world, language);
  await givesPassword(page, language, sigrid);
  await page.getByRole('link', { name: words[language].other }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[other].code);
});

test('the dashboard of a bank with its own sign-in is reached through it, and left at the bank as well', async ({
  customer,
  language,
  page,
  say,
  world,
}) => {
  const own = words[language];
  await page.goto(`${world.accord.origin}/consents?provider_id=3000&language=${language}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(own.signIn);
  await givesPassword(page, language, ['tomas', 'blue-buoy']);
  await givesCode(page, language);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('dashboardHeading', { provider: own.bank }));
  await expect(page.getByText('Tomas Okafor')).toBeVisible();
  await customer.inspect();
  await page.getByRole('button', { name: say('signOut') }).click();
  await page.getByRole('button', { name: own.leaveYes }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('signedOut', { provider: own.bank }));
});
