import { otherLanguageOf, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';

test('C11 Deny after Allow and the back button withdraws the consent and kills its code', async ({
  customer,
  page,
  accord,
  recipient,
}) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('camille', { correlation_id });
  await customer.account('1234').check();
  await customer.allow.click();
  const code = (await customer.isBack()).url.searchParams.get('code') ?? '';

  recipient.hits.length = 0;
  await page.goBack();
  await customer.seesConsent();
  await expect(page.getByRole('heading', { name: customer.say('allowedAlready') })).toBeVisible();
  await customer.deny.click();
  expect((await customer.isBack()).url.searchParams.get('error')).toBe('access_denied');

  expect(consentsOf(accord.databasePath, correlation_id)).toMatchObject([{ status: 'revoked' }]);
  const answer = await redeem(accord.origin, {
    basic: ['budget-buddy', secretOfBudgetBuddy],
    form: { code, redirect_uri: recipient.redirectUri },
  });
  expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
});

test('a customer who goes back before answering finds the page again and can answer it', async ({ customer, page }) => {
  await customer.comesToConsent('camille');
  await customer.account('1234').check();
  const first = customer.language;
  await customer.switchLanguage.click();
  customer.language = otherLanguageOf(first);
  await customer.seesConsent();
  await page.goBack();
  customer.language = first;
  await customer.seesConsent();
  await customer.account('1234').check();
  await customer.allow.click();
  expect((await customer.isBack()).url.searchParams.has('code')).toBe(true);
});
