import type { Page } from '@playwright/test';
import { messages } from '../../demo/recipient/messages.ts';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/fixtures.ts';
import { nameIn, recipientOf, sampleRegistry } from '../support/registry.ts';

const methods = { 'budget-buddy': 'client_secret_basic', 'rent-check': 'client_secret_post', 'cashflow-app': 'none' };

for (const [clientId, method] of Object.entries(methods)) {
  test(`the sample recipient ${clientId} (${method}) gets a token for what was allowed`, async ({
    accord,
    customer,
    javaScriptEnabled,
    language,
    page,
  }) => {
    const words = messages[language];
    await page.goto(`http://127.0.0.1:${accord.port}/demo?language=${language}`);
    if (javaScriptEnabled) await expectAccessible(page);
    const name = nameIn(recipientOf(sampleRegistry(), clientId), 'client_name', language);
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: words.submit }).click();
    await customer.signsIn('noah');
    await customer.allow.click();
    await expect(page.getByRole('heading', { level: 1, name: words.allowed })).toBeVisible();
    await expect(page.getByText('"typ": "at+jwt"')).toBeVisible();
    await expect(page.getByText(`"client_id": "${clientId}"`)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: words.allowed })).toBeVisible();
  });
}

test('the sample recipient explains a refusal and a fault of its own', async ({ accord, customer, language, page }) => {
  const words = messages[language];
  await begin(page, accord.port);
  await customer.signsIn('noah');
  await customer.deny.click();
  await expect(page.getByRole('main')).toContainText(words.meanings.access_denied);

  await begin(page, accord.port, 'INVESTMENTS');
  await expect(page.getByRole('main')).toContainText(words.meanings.invalid_scope);

  async function begin(at: Page, port: number, more?: string) {
    await at.goto(`http://127.0.0.1:${port}/demo?language=${language}`);
    if (more) await at.getByRole('checkbox', { name: more }).check();
    await at.getByRole('button', { name: words.submit }).click();
  }
});

test('the first address of the sample world leads to the sample recipient', async ({ accord, page }) => {
  await page.goto(`${accord.origin}/`);
  expect(new URL(page.url()).origin).toBe(`http://127.0.0.1:${accord.port}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.en.title);
});
