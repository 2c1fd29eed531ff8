import { words } from '../../demo/recipient/words.ts';
import { beginsAt, type SampleRecipientProcess, startSampleRecipient } from '../servers/sample-recipient.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { Customer } from '../support/customer.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { nameIn, recipientOf, sampleRegistry } from '../support/registry.ts';

const test = base.extend<object, { sample: SampleRecipientProcess }>({
  sample: [
    async ({ accord }, use) => {
      const sample = await startSampleRecipient(accord.origin);
      await use(sample);
      await sample.close();
    },
    { scope: 'worker' },
  ],
});

const methods = { 'budget-buddy': 'client_secret_basic', 'rent-check': 'client_secret_post', 'cashflow-app': 'none' };
const appName = (clientId: string, language: 'en' | 'fr') =>
  nameIn(recipientOf(sampleRegistry(), clientId), 'client_name', language);

for (const [clientId, method] of Object.entries(methods)) {
  test(`the sample recipient ${clientId} (${method}) gets a token for what was allowed`, async ({
    customer,
    javaScriptEnabled,
    language,
    page,
    sample,
  }) => {
    const t = words[language];
    await beginsAt(page, sample, { language, app: appName(clientId, language) });
    await customer.signsIn('noah');
    await customer.allow.click();
    await expect(page.getByRole('heading', { level: 1, name: t.allowed })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(sample.origin);
    await expect(page.getByText('"typ": "at+jwt"')).toBeVisible();
    await expect(page.getByText(`"client_id": "${clientId}"`)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: t.allowed })).toBeVisible();
    await page.getByRole('link', { name: t.dashboard }).click();
    await expect(page.getByRole('main')).toContainText(appName(clientId, language));
  });
}

test('the start page says who can sign in, in both languages', async ({
  javaScriptEnabled,
  language,
  page,
  sample,
}) => {
  await page.goto(`${sample.origin}/?language=${language}`);
  expect(await page.locator('html').getAttribute('lang')).toBe(language);
  await expect(page.getByRole('row', { name: 'camille erable-rouge 4' })).toBeVisible();
  if (javaScriptEnabled) await expectAccessible(page);
  await page.getByRole('link', { name: words[language].otherLanguage }).click();
  const other = language === 'en' ? 'fr' : 'en';
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[other].title);
  await expect(page.getByLabel(words[other].language)).toHaveValue(other);
});

test('the sample recipient explains a refusal and a fault of its own', async ({
  customer,
  javaScriptEnabled,
  language,
  page,
  sample,
}) => {
  const { meanings } = words[language];
  await beginsAt(page, sample, { language });
  await customer.signsIn('noah');
  await customer.deny.click();
  await expect(page.getByRole('main')).toContainText(meanings.access_denied);
  if (javaScriptEnabled) await expectAccessible(page);

  await beginsAt(page, sample, { language, more: 'INVESTMENTS' });
  await expect(page.getByRole('main')).toContainText(meanings.invalid_scope);
});

test('an app that is suspended can be tried, and Accord says so', async ({ language, page, sample, t }) => {
  await beginsAt(page, sample, { language, app: appName('quick-quote', language) });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Problem.client-suspended.title'));
});

test('two tabs go their own ways, each to its own answer', async ({
  context,
  customer,
  inspect,
  language,
  page,
  sample,
}) => {
  const t = words[language];
  const otherPage = await context.newPage();
  const other = new Customer({ ...customer, page: otherPage, inspect });
  await beginsAt(page, sample, { language, app: appName('budget-buddy', language) });
  await customer.signsIn('noah');
  await expect(customer.deny).toBeVisible();
  await beginsAt(otherPage, sample, { language, app: appName('cashflow-app', language) });
  await other.allow.click();
  await expect(otherPage.getByText('"client_id": "cashflow-app"')).toBeVisible();
  await customer.deny.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.refused);
  await otherPage.reload();
  await expect(otherPage.getByRole('heading', { level: 1 })).toHaveText(t.allowed);
  await page.reload();
  await expect(page.getByRole('main')).toContainText('access_denied');
});
