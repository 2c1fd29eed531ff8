import { formatDate } from '../../i18n/format-date.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentOf, eventsOf, refresh } from '../support/granted.ts';
import { consentsOf } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';

const day = 86_400;
const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

test('a customer chooses an earlier end, and the date that was shown is the one that is kept', async ({
  accord,
  customer,
  language,
  page,
  say,
}) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('noah', { correlation_id });
  const ends = page.getByRole('group', { name: say('period') });
  const radios = ends.getByRole('radio');
  await expect(radios).toHaveCount(4);
  await expect(radios.first()).toBeChecked();
  const asked = formatDate(language, Date.now() / 1000 + 365 * day);
  await expect(ends.getByText(say('asAsked', { date: asked }))).toBeVisible();
  await radios.last().check();
  const shown = await ends.locator('label').last().innerText();
  await customer.switchLanguage.click();
  customer.language = language === 'en' ? 'fr' : 'en';
  await expect(
    page
      .getByRole('group', { name: customer.say('period') })
      .getByRole('radio')
      .last(),
  ).toBeChecked();
  await customer.switchLanguage.click();
  customer.language = language;
  await expect(radios.last()).toBeChecked();
  await customer.inspect();
  await customer.allow.click();
  await customer.isBack();
  const [consent] = consentsOf(accord.databasePath, correlation_id);
  const { expires_at = 0 } = consentOf(accord, consent?.id ?? '') ?? {};
  expect(shown).toContain(formatDate(language, expires_at));
  const allowed = eventsOf(accord, consent?.id ?? '').find(({ type }) => type === 'allowed');
  expect(JSON.parse(allowed?.detail ?? '{}')).toMatchObject({ expiresAt: expires_at });
});

test('a request by a recipient that has a consent says what changes, and takes its place when it is allowed', async ({
  accord,
  customer,
  language,
  page,
  t,
}) => {
  await customer.comesToConsent('noah', { scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  await customer.allow.click();
  const first = await customer.isBack();
  const form = { code: first.url.searchParams.get('code') ?? '', redirect_uri: customer.recipient.redirectUri };
  const { json } = await redeem(accord.origin, { basic, form });
  customer.recipient.hits.length = 0;

  const correlation_id = crypto.randomUUID();
  await customer.isSent({ correlation_id, scope: 'ACCOUNT_BASIC STATEMENTS' });
  await customer.seesConsent();
  const main = page.getByRole('main');
  const list = new Intl.ListFormat(`${language}-CA`);
  await expect(main).toContainText(
    t('Consent.renewal.more', { clusters: list.format([t('Cluster.STATEMENTS.short')]) }),
  );
  await expect(main).toContainText(
    t('Consent.renewal.fewer', { clusters: list.format([t('Cluster.TRANSACTIONS.short')]) }),
  );
  // Still the old one: nothing has been decided.
  const refreshed = await refresh(accord, String(json.refresh_token));
  expect(refreshed.status).toBe(200);
  await customer.allow.click();
  await customer.isBack();
  const [renewed] = consentsOf(accord.databasePath, correlation_id);
  expect(renewed?.status).toBe('active');
  expect(consentOf(accord, String(json.grant_id))).toMatchObject({ status: 'revoked', end_reason: 'renewed' });
  expect((await refresh(accord, String(refreshed.json.refresh_token))).json.error).toBe('invalid_grant');
});

test('thirty days before the end the dashboard says so', async ({ accord, customer, language, page, say }) => {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('noah', { correlation_id });
  await page.getByRole('radio').last().check();
  await customer.allow.click();
  await customer.isBack();
  const [consent] = consentsOf(accord.databasePath, correlation_id);
  expect((consentOf(accord, consent?.id ?? '')?.expires_at ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(30 * day);
  const soon = say('renewSoon', customer.names);
  for (const path of ['/consents', `/consents/${consent?.id}`]) {
    await page.goto(`${accord.origin}${path}?provider_id=1000&language=${language}`);
    await expect(page.getByRole('main')).toContainText(soon);
  }
});
