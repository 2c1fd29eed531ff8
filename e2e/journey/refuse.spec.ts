import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';

test('C13 a customer who denies comes back with access_denied, state and iss, and nothing is stored', async ({
  customer,
  accord,
}) => {
  const correlation_id = crypto.randomUUID();
  const state = await customer.comesToConsent('camille', { correlation_id });
  await customer.account('1234').check();
  await customer.deny.click();

  const { url } = await customer.isBack();
  expect(Object.fromEntries(url.searchParams)).toEqual({
    error: 'access_denied',
    error_description: expect.stringMatching(/^[\x20-\x7e]+$/),
    state,
    iss: accord.issuer,
  });
  expect(consentsOf(accord.databasePath, correlation_id)).toEqual([]);
});

test('a customer who cancels signing in comes back with access_denied, having typed nothing', async ({ customer }) => {
  const state = await customer.isSent();
  await customer.cancel.click();
  const { url } = await customer.isBack();
  expect(url.searchParams.get('error')).toBe('access_denied');
  expect(url.searchParams.get('state')).toBe(state);
});

test('a wrong password says so without saying which part, keeps the username and lets the customer try again', async ({
  customer,
  page,
  say,
}) => {
  await customer.isSent();
  await customer.signsIn('camille', 'not-the-password');
  await expect(page).toHaveTitle(say('error', { title: say('signInHeading', customer.names) }));
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText(say('wrongCredentials'));
  await expect(page.getByLabel(say('username'))).toHaveValue('camille');
  await expect(page.getByLabel(say('password'))).toHaveValue('');
  await expect(page.getByLabel(say('password'))).toHaveAccessibleDescription(say('wrongCredentials'));
  await customer.seesSignIn();
  await customer.signsIn('camille');
  await customer.seesConsent();
});

test('Not you? signs out, asks who it is, and goes on with the same request', async ({ customer, page, say }) => {
  const state = await customer.comesToConsent('camille');
  await expect(page.getByText(say('signedInAs', { name: 'Camille Tremblay' }))).toBeVisible();
  await customer.notYou.click();
  await customer.seesSignIn();
  await customer.signsIn('noah');
  await expect(page.getByText(say('signedInAs', { name: 'Noah Singh' }))).toBeVisible();
  await customer.allow.click();
  const { url } = await customer.isBack();
  expect(url.searchParams.get('state')).toBe(state);
  expect(url.searchParams.has('code')).toBe(true);
});
