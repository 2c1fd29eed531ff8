import type { Customer } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { push, pushedPath } from '../support/pushed.ts';

const northern = { en: 'Northern Credit Union', fr: 'Caisse du Nord' } as const;

/** In front of the banks, at the first page of a request that names none. */
async function seesBanks(customer: Customer): Promise<void> {
  const { page, say, names } = customer;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('chooseProvider'));
  await expect(page).toHaveTitle(say('chooseProvider'));
  await expect(page.getByText(say('chooseProviderLead', names))).toBeVisible();
  await customer.inspect();
}

test('a customer whose app does not know their bank chooses it, signs in there, allows and is back', async ({
  customer,
  page,
}) => {
  const state = await customer.isSent({ provider_id: undefined });
  await seesBanks(customer);
  await expect(page.getByRole('link', { name: northern[customer.language] })).toBeVisible();
  await page.getByRole('link', { name: customer.names.provider }).click();
  await customer.signsIn('noah');
  await customer.seesConsent();
  await customer.allow.click();
  const { url } = await customer.isBack();
  expect(url.searchParams.get('state')).toBe(state);
  expect(url.searchParams.has('code')).toBe(true);
});

test('a customer who would rather not choose goes back to the app', async ({ customer, page, say }) => {
  const state = await customer.isSent({ provider_id: undefined });
  await page.getByRole('link', { name: say('cancel', customer.names) }).click();
  const { url } = await customer.isBack();
  expect(url.searchParams.get('error')).toBe('access_denied');
  expect(url.searchParams.get('state')).toBe(state);
});

test('the choice of a pushed request is made in the other language too, and the request goes on in it', async ({
  customer,
  accord,
  page,
  recipient,
}) => {
  const { json } = await push(accord, {
    provider_id: undefined,
    redirect_uri: recipient.redirectUri,
    language: customer.language,
  });
  await page.goto(accord.origin + pushedPath(json.request_uri));
  await seesBanks(customer);
  await page.getByRole('button', { name: customer.say('switchLanguage'), exact: true }).click();
  customer.language = customer.language === 'en' ? 'fr' : 'en';
  await seesBanks(customer);
  await page.getByRole('link', { name: customer.names.provider }).click();
  await customer.seesSignIn();
  await customer.signsIn('noah');
  await customer.seesConsent();
});
