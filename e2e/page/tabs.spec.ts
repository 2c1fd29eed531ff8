import { Customer } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';

test('C7 a page left open while another customer signs in is shown again with a notice, and grants nothing', async ({
  customer,
  context,
  inspect,
  accord,
  page,
  say,
  t,
}) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('camille', { correlation_id });
  await customer.account('1234').check();

  const otherTab = new Customer({ ...customer, page: await context.newPage() });
  await otherTab.isSent();
  await otherTab.notYou.click();
  await otherTab.signsIn('noah');
  await expect(otherTab.page.getByText(say('signedInAs', { name: 'Noah Singh' }))).toBeVisible();

  await customer.allow.click();
  await expect(page.getByRole('alert')).toContainText(t('Consent.problem.other-session'));
  await expect(page.getByText(say('signedInAs', { name: 'Noah Singh' }))).toBeVisible();
  await inspect();
  expect(customer.recipient.hits).toEqual([]);
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);
});

test('two tabs of one customer are answered one after the other, each for its own request', async ({
  customer,
  context,
  accord,
}) => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  await customer.comesToConsent('camille', { correlation_id: first });
  const otherTab = new Customer({ ...customer, page: await context.newPage() });
  await otherTab.isSent({ correlation_id: second });
  await otherTab.account('5678').check();
  await customer.account('1234').check();
  await otherTab.allow.click();
  await otherTab.isBack();
  customer.recipient.hits.length = 0;
  await customer.allow.click();
  await customer.isBack();
  expect(consentsOf(accord.databasePath, first)).toMatchObject([{ account_ids: '["acc-chq-1"]' }]);
  expect(consentsOf(accord.databasePath, second)).toMatchObject([{ account_ids: '["acc-sav-1"]' }]);
});

test('customers of two banks answer two requests side by side in one browser', async ({ customer, context }) => {
  await customer.comesToConsent('camille');
  const otherTab = new Customer({ ...customer, page: await context.newPage() });
  await otherTab.isSent({ provider_id: '2000' });
  await otherTab.signsInAs('mei', 'aurore-verte');
  await expect(otherTab.account('8101')).toBeVisible();

  await customer.account('1234').check();
  await customer.allow.click();
  expect((await customer.isBack()).url.searchParams.has('code')).toBe(true);
  customer.recipient.hits.length = 0;
  await otherTab.account('8101').check();
  await otherTab.allow.click();
  expect((await otherTab.isBack()).url.searchParams.has('code')).toBe(true);
});

test('C11 after Not you?, the old page of the same tab asks to sign in and grants nothing', async ({
  customer,
  page,
  accord,
}) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('camille', { correlation_id });
  await customer.notYou.click();
  await customer.seesSignIn();
  await page.goBack();
  await customer.seesSignIn();
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);
});
