import { honest } from '../servers/bank.ts';
import { Customer } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { withHarbour } from '../support/harbour.ts';

const harbour = withHarbour();

// The bank of these tests knows its customer by a session and asks nothing.
const customerOf = ({ customer }: { customer: Customer }) =>
  new Customer({ ...customer, origin: harbour.server.origin });
const atHarbour = { provider_id: '3000' };

test('a customer who is known at the bank reads the consent, allows and is back', async ({ customer, page, say }) => {
  const visitor = customerOf({ customer });
  const state = await visitor.isSent(atHarbour);
  await expect(page.getByText(say('signedInAs', { name: 'Sigrid Lavoie' }))).toBeVisible();
  await visitor.account('7781').check();
  await visitor.allow.click();
  const { url } = await visitor.isBack();
  expect(url.searchParams.get('state')).toBe(state);
  expect(url.searchParams.has('code')).toBe(true);
});

test('"Not you?" leads through the bank and back to the same request', async ({ customer, page, say }) => {
  const visitor = customerOf({ customer });
  await visitor.isSent(atHarbour);
  await visitor.notYou.click();
  await expect(page.getByText(say('signedInAs', { name: 'Sigrid Lavoie' }))).toBeVisible();
  expect(
    harbour.bank.asked
      .filter(({ path }) => path === '/authorize')
      .at(-1)
      ?.parameters.get('prompt'),
  ).toBe('login');
});

test('when the accounts do not come, a customer can try again and reads the consent', async ({
  customer,
  page,
  say,
}) => {
  const visitor = customerOf({ customer });
  harbour.bank.behaviour.accounts = () => ({ status: 503, body: {} });
  const correlation_id = crypto.randomUUID();
  await visitor.isSent({ ...atHarbour, correlation_id });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('accounts-unavailable'));
  await expect(page.getByText(say('reference', { id: correlation_id }))).toBeVisible();
  await visitor.inspect();
  harbour.bank.behaviour = honest(harbour.bank.sign);
  await page.getByRole('link', { name: say('retry') }).click();
  await expect(visitor.account('7781')).toBeVisible();
});

test('when the bank’s answer is not right, a customer can go back without sharing', async ({ customer, page, say }) => {
  const visitor = customerOf({ customer });
  harbour.bank.behaviour.claims = (claims) => ({ ...claims, aud: 'another' });
  await visitor.isSent(atHarbour);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('sign-in-refused'));
  await visitor.inspect();
  await page.getByRole('link', { name: say('giveUp', visitor.names) }).click();
  const { url } = await visitor.isBack();
  expect(url.searchParams.get('error')).toBe('temporarily_unavailable');
});
