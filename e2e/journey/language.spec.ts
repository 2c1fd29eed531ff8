import { otherLanguageOf } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';

test('switching the language of the consent keeps what is ticked, back and forth', async ({
  customer,
  page,
  accord,
}) => {
  const correlation_id = crypto.randomUUID();
  const state = await customer.comesToConsent('camille', { correlation_id });
  await customer.account('5678').check();
  const first = customer.language;
  for (const language of [otherLanguageOf(first), first, otherLanguageOf(first)]) {
    await customer.switchLanguage.click();
    customer.language = language;
    await customer.seesConsent();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await expect(customer.account('5678')).toBeChecked();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(page.getByRole('main')).toContainText(customer.say('reference', { id: correlation_id }));
  }
  await customer.allow.click();
  const { url } = await customer.isBack();
  expect(url.searchParams.get('state')).toBe(state);
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([
    expect.objectContaining({ language: customer.language, account_ids: '["acc-sav-1"]' }),
  ]);
});

test('switching the language of the sign-in keeps the username, never the password', async ({ customer, page }) => {
  await customer.isSent();
  await page.getByLabel(customer.say('username')).fill('camille');
  await page.getByLabel(customer.say('password')).fill('erable-rouge');
  await customer.switchLanguage.click();
  customer.language = otherLanguageOf(customer.language);
  await customer.seesSignIn();
  await expect(page.getByLabel(customer.say('username'))).toHaveValue('camille');
  await expect(page.getByLabel(customer.say('password'))).toHaveValue('');
  await customer.signsIn('camille');
  await customer.seesConsent();
});

test('the switch is named in the language it leads to, and says so to a screen reader', async ({ customer }) => {
  await customer.isSent();
  await expect(customer.switchLanguage).toHaveAttribute('lang', otherLanguageOf(customer.language));
});

test('a language of the sign-in page lasts through a wrong password and into the consent', async ({
  customer,
  page,
}) => {
  await customer.isSent();
  await customer.switchLanguage.click();
  customer.language = otherLanguageOf(customer.language);
  await customer.signsIn('noah', 'not-the-password');
  await expect(page.getByRole('alert')).toContainText(customer.say('wrongCredentials'));
  await customer.signsIn('noah');
  await customer.seesConsent();
});
