import { expect, test } from '../support/fixtures.ts';

const media = [
  { name: 'in forced colours', options: { forcedColors: 'active' } },
  { name: 'in the dark', options: { colorScheme: 'dark' } },
  { name: 'with reduced motion', options: { reducedMotion: 'reduce' } },
  { name: 'in print', options: { media: 'print' } },
] as const;

for (const { name, options } of media) {
  test(`C19 the consent can be read ${name}`, async ({ customer, page, say, t, inspect }) => {
    await page.emulateMedia(options);
    await customer.comesToConsent('camille');
    await expect(page.getByRole('heading', { name: say('accounts') })).toBeVisible();
    await expect(page.getByText(say('refusing'))).toBeVisible();
    // What is folded is open on paper.
    await expect(page.getByText(t('Consent.rights.free'))).toBeVisible({ visible: name === 'in print' });
    await inspect();
  });
}

test('C19 the title of every page names what it is about, and the consent names the recipient', async ({
  customer,
  page,
  accord,
}) => {
  await customer.isSent();
  await expect(page).toHaveTitle(customer.say('signInHeading', customer.names));
  await customer.signsIn('noah');
  await expect(page).toHaveTitle(customer.say('consentTitle', customer.names));
  await page.goto(`${accord.origin}/nowhere`);
  await expect(page).toHaveTitle(customer.say('not-found'));
});

test('a page with a long list of accounts and every cluster is as accessible', async ({ customer, page, inspect }) => {
  await customer.isSent({
    client_id: 'cashflow-app',
    redirect_uri: 'http://127.0.0.1/callback',
    scope:
      'ACCOUNT_BASIC ACCOUNT_DETAILED ACCOUNT_PAYMENTS INVESTMENTS TRANSACTIONS STATEMENTS CUSTOMER_CONTACT CUSTOMER_PERSONAL',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  await customer.signsInAs('luc', 'sucre-roux');
  await expect(page.getByRole('checkbox')).toHaveCount(11);
  await inspect();
});
