import type { Page } from '@playwright/test';
import { compactVerify, createLocalJWKSet } from 'jose';
import type { Server } from '../servers/server.ts';
import { secretOfBudgetBuddy } from '../support/authorization-request.ts';
import type { Customer } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';

const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

/** A consent of Amara's for her first two accounts, given just now; her other accounts are other tests'. */
async function share(customer: Customer, name: 'camille' | 'noah' = 'camille') {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent(name, { correlation_id, scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  for (const box of (await customer.page.getByRole('checkbox').all()).slice(0, 2)) await box.check();
  await customer.allow.click();
  const hit = await customer.isBack();
  const code = hit.url.searchParams.get('code') ?? '';
  const form = { code, redirect_uri: customer.recipient.redirectUri };
  const { json } = await redeem(customer.origin, { basic, form });
  return { correlation_id, accessToken: String(json.access_token), refreshToken: String(json.refresh_token) };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const idOf = ({ databasePath }: Server, correlationId: string) => consentsOf(databasePath, correlationId)[0]?.id ?? '';

async function refresh(customer: Customer, refresh_token: string) {
  return redeem(customer.origin, { basic, form: { grant_type: 'refresh_token', refresh_token } });
}

test('a customer sees what they share and stops it, in two clicks from the list; the tokens end with it', async ({
  accord,
  customer,
  language,
  page,
  say,
  t,
}) => {
  const { correlation_id, refreshToken } = await share(customer);
  const id = idOf(accord, correlation_id);
  await page.goto(`${accord.origin}/consents?provider_id=1000&language=${language}`);
  await expect(heading(page)).toHaveText(say('dashboardHeading', customer.names));
  await customer.inspect();
  const names = { recipient: customer.names.recipient };
  const stop = page.getByRole('link', { name: say('stop', names) });
  await expect(stop.first()).toBeVisible();

  await page.goto(`${accord.origin}/consents/${id}/stop?provider_id=1000&language=${language}`);
  await expect(heading(page)).toHaveText(say('stopHeading', names));
  await customer.inspect();
  await page.getByRole('button', { name: say('confirmStop'), exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(say('stopped', names));
  expect(consentsOf(accord.databasePath, correlation_id)).toMatchObject([{ status: 'revoked' }]);
  expect((await refresh(customer, refreshToken)).json.error).toBe('invalid_grant');

  await page.goBack();
  await page.goto(`${accord.origin}/consents/${id}/stop?provider_id=1000&language=${language}`);
  await expect(heading(page)).toHaveText(say('detailHeading', names));
  await expect(page.getByRole('main')).toContainText(t('Dashboard.reason.stopped'));
});

test('the detail shows the words of the day, and the receipt is signed over them', async ({
  accord,
  customer,
  language,
  page,
  say,
  t,
}) => {
  const { correlation_id } = await share(customer);
  const id = idOf(accord, correlation_id);
  await page.goto(`${accord.origin}/consents/${id}?provider_id=1000&language=${language}`);
  await expect(heading(page)).toHaveText(say('detailHeading', customer.names));
  for (const text of [t('Cluster.TRANSACTIONS.fields'), t('Consent.limits.credentials'), t('Dashboard.event.allowed')])
    await expect(page.getByRole('main')).toContainText(text);
  await customer.inspect();

  await page.getByRole('link', { name: say('receipt') }).click();
  await expect(heading(page)).toHaveText(say('receiptHeading'));
  await customer.inspect();
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const get = (path: string) => fetch(`${accord.origin}${path}`, { headers: { cookie: cookies } });
  const file = await get(`/consents/${id}/receipt.jws?provider_id=1000`);
  expect(file.headers.get('content-disposition')).toContain(`${id}.jws`);
  const keys = createLocalJWKSet(await (await get('/jwks')).json());
  const { payload } = await compactVerify(await file.text(), keys);
  expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
    consent_id: id,
    status: 'ACTIVE',
    language,
    text: { heading: say('consentHeading', customer.names) },
  });

  const other = language === 'en' ? 'fr' : 'en';
  await page.goto(`${accord.origin}/consents/${id}?provider_id=1000&language=${other}`);
  await expect(page.locator(`[lang=${language}]`, { hasText: t('Cluster.TRANSACTIONS.fields') }).first()).toBeVisible();
  await customer.inspect();
});

test('a customer stops a part: the rest goes on under a new consent, and the tokens follow', async ({
  accord,
  customer,
  language,
  page,
  say,
  t,
}) => {
  const { correlation_id, refreshToken } = await share(customer);
  const id = idOf(accord, correlation_id);
  await page.goto(`${accord.origin}/consents/${id}/change?provider_id=1000&language=${language}`);
  await expect(heading(page)).toHaveText(say('changeHeading', customer.names));
  await customer.inspect();
  const confirm = page.getByRole('button', { name: say('confirmChange') });
  await confirm.click();
  await expect(page.getByRole('alert')).toContainText(t('Dashboard.changing.problem.unchanged'));

  const accounts = page.getByRole('group', { name: say('changeAccounts') }).getByRole('checkbox');
  for (const box of await accounts.all()) await box.uncheck();
  await confirm.click();
  await expect(page.getByRole('alert')).toContainText(t('Dashboard.changing.problem.no-account'));
  await customer.inspect();

  await accounts.first().check();
  await page.getByRole('checkbox', { name: t('Cluster.TRANSACTIONS.title') }).uncheck();
  await confirm.click();
  await expect(page.getByRole('status')).toHaveText(say('changed'));
  const stored = consentsOf(accord.databasePath, correlation_id);
  expect(stored.map(({ status }) => status).sort()).toEqual(['active', 'revoked']);
  const { status, json } = await refresh(customer, refreshToken);
  expect(status).toBe(200);
  expect(json).toMatchObject({ scope: 'ACCOUNT_BASIC', grant_id: stored.find((one) => one.status === 'active')?.id });
});

test('who is not signed in is asked to, and comes to where they wanted', async ({
  accord,
  customer,
  language,
  page,
  say,
}) => {
  await page.goto(`${accord.origin}/consents?language=${language}`);
  await expect(heading(page)).toHaveText(say('chooseBank'));
  await customer.inspect();
  await page.getByRole('link', { name: customer.names.provider }).click();
  await expect(heading(page)).toHaveText(say('signInHeading', customer.names));
  await customer.inspect();
  await customer.signsIn('noah', 'wrong');
  await expect(page.getByRole('alert')).toBeVisible();
  await customer.switchLanguage.click();
  await customer.switchLanguage.waitFor({ state: 'hidden' });
  customer.language = language === 'en' ? 'fr' : 'en';
  await customer.signsIn('noah');
  await expect(heading(page)).toHaveText(customer.say('dashboardHeading', customer.names));
  await page.getByRole('button', { name: customer.say('signOut') }).click();
  await expect(heading(page)).toHaveText(customer.say('signedOut', customer.names));
  await customer.inspect();
  await page.goBack();
  await page.goto(`${accord.origin}/consents?provider_id=1000&language=${customer.language}`);
  await expect(heading(page)).toHaveText(customer.say('signInHeading', customer.names));
  await page.goto(`${accord.origin}/sign-out?provider_id=1000&language=${customer.language}`);
  await page.getByRole('link', { name: customer.say('signInAgain') }).click();
  await expect(heading(page)).toHaveText(customer.say('signInHeading', customer.names));
});
