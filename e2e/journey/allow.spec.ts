import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';

test('a customer who allows comes back with code, state and iss, and nothing else', async ({ customer, accord }) => {
  const state = await customer.isSent();
  await customer.seesSignIn();
  await customer.signsIn('camille');
  await customer.seesConsent();
  await customer.account('1234').check();
  await customer.allow.click();

  const { url, headers } = await customer.isBack();
  expect([...url.searchParams.keys()]).toEqual(['code', 'state', 'iss']);
  expect(url.searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  expect(url.searchParams.get('state')).toBe(state);
  expect(url.searchParams.get('iss')).toBe(accord.issuer);
  expect(headers.referer, 'C4').toBeUndefined();
  expect(headers.cookie).toBeUndefined();
});

test('what is stored is what was ticked, in the language it was read in', async ({ customer, accord, language }) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('camille', { correlation_id });
  await customer.account('1234').check();
  await customer.account('9012').check();
  await customer.allow.click();
  await customer.isBack();
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([
    { id: expect.any(String), status: 'active', language, account_ids: JSON.stringify(['acc-chq-1', 'acc-inv-1']) },
  ]);
});

test('a double click on Allow reaches the recipient once', async ({ customer, recipient }) => {
  recipient.delay = 700;
  await customer.comesToConsent('camille');
  await customer.account('1234').check();
  await customer.allow.dblclick();
  const { url } = await customer.isBack();
  expect(url.searchParams.has('code')).toBe(true);
});

test('a customer of one account reads it stated, ticks nothing and allows', async ({ customer, page, say, t }) => {
  await customer.comesToConsent('noah');
  await expect(page.getByText(t('Consent.accounts.single'))).toBeVisible();
  const only = page.getByRole('group', { name: say('accounts') });
  await expect(only).toContainText(say('account', { name: 'Chequing', digits: '4321' }));
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await customer.allow.click();
  const { url } = await customer.isBack();
  expect(url.searchParams.has('code')).toBe(true);
});
