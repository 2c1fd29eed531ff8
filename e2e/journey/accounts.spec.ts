import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';

test('nothing is ticked, and an account that cannot be shared is listed with the reason', async ({
  customer,
  page,
  say,
  t,
}) => {
  await customer.comesToConsent('camille');
  await expect(page.getByRole('checkbox')).toHaveCount(3);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  const old = say('account', { name: 'Old student account', digits: '0007' });
  await expect(page.getByRole('listitem').filter({ hasText: old })).toContainText(t('Consent.accounts.reason.CLOSED'));
});

test('each account is labelled by nickname and last digits', async ({ customer, page, say }) => {
  await customer.comesToConsent('camille');
  for (const [name, digits] of Object.entries({ Bills: '1234', 'Rainy day': '5678', TFSA: '9012' }))
    await expect(page.getByLabel(say('account', { name, digits }))).toBeVisible();
  await expect(page.getByRole('group', { name: say('accounts') })).toHaveAccessibleDescription(say('chooseAccounts'));
});

test('Allow with no account shows an error that is focused and leads to the accounts, and grants nothing', async ({
  customer,
  page,
  say,
  recipient,
  accord,
}) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('camille', { correlation_id });
  await customer.allow.click();

  await expect(page).toHaveTitle(say('error', { title: say('consentTitle', customer.names) }));
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(say('notRecorded'));
  const accounts = page.getByRole('group', { name: say('accounts') });
  await expect(accounts).toHaveAccessibleDescription(new RegExp(say('noAccount')));
  await customer.seesConsent();
  expect(recipient.hits).toEqual([]);
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);

  await summary.getByRole('link', { name: say('noAccount') }).press('Enter');
  await expect(accounts).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Space');
  await customer.allow.click();
  const { url } = await customer.isBack();
  expect(url.searchParams.has('code')).toBe(true);
});

test('a customer none of whose accounts can be shared is told so on a page of its own, with the way back', async ({
  customer,
  page,
  say,
  t,
  inspect,
}) => {
  const state = await customer.isSent({ provider_id: '2000' });
  await customer.signsInAs('joseph', 'boreal-nord');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('none-shareable'));
  await expect(page.getByRole('listitem').first()).toContainText(t('Consent.accounts.reason.CLOSED'));
  await inspect();
  await expect(customer.allow).toHaveCount(0);
  await expect(customer.deny).toHaveCount(0);
  await page.getByRole('link', { name: say('giveUp', customer.names) }).click();
  const { url } = await customer.isBack();
  expect(url.searchParams.get('error')).toBe('access_denied');
  expect(url.searchParams.get('state')).toBe(state);
});

test('more than five accounts can be ticked at once, by a button that decides nothing', async ({
  customer,
  page,
  say,
  recipient,
}) => {
  await customer.isSent();
  await customer.signsInAs('luc', 'sucre-roux');
  const count = await page.getByRole('checkbox').count();
  expect(count).toBeGreaterThan(5);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: say('chooseAll', { count: String(count) }) }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(count);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(recipient.hits).toEqual([]);
  await customer.allow.click();
  expect((await customer.isBack()).url.searchParams.has('code')).toBe(true);
});
