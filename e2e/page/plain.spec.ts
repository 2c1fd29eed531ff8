import type { Page } from '@playwright/test';
import type { Server } from '../servers/server.ts';
import { authorizePath } from '../support/authorization-request.ts';
import type { Customer } from '../support/customer.ts';
import { expect, test } from '../support/fixtures.ts';
import { consentsOf } from '../support/stored.ts';

const problems: Record<string, string> = {
  'refused request': '/authorize',
  'unknown address': '/nowhere',
  'unknown consent': '/consents/none?provider_id=1000',
  'choice of a bank': '/consents',
  'sign-out of nobody': '/sign-out',
};
const dashboard: Record<string, string> = {
  dashboard: '/consents',
  'consents to stop': '/consents/stop',
  'sign-out': '/sign-out',
  'unknown consent of a customer': '/consents/none',
  consent: '/consents/{id}',
  'consent to stop': '/consents/{id}/stop',
  'consent to change': '/consents/{id}/change',
  receipt: '/consents/{id}/receipt',
};

/** What a page has loaded, by the path of its address. */
function watchRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

// That the console stays silent is looked after for every page of every test.
async function expectPlain(page: Page, requests: string[], language: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const scripts = await page.locator('script').evaluateAll((all) => all.map((script) => script.outerHTML));
  expect(scripts).toEqual([
    expect.stringMatching(/^<script async="" src="\/submit-once\.js\?v=[\da-f]{8}"><\/script>$/),
  ]);
  await expect(page.locator('link[rel=modulepreload], link[as=script], [nonce]:not(style)')).toHaveCount(0);
  expect(requests.filter((path) => path.endsWith('.js'))).toEqual(['/submit-once.js']);
}

async function allow({ databasePath }: Server, customer: Customer): Promise<string> {
  const correlation_id = crypto.randomUUID();
  await customer.comesToConsent('noah', { correlation_id });
  await customer.allow.click();
  await customer.isBack();
  return consentsOf(databasePath, correlation_id)[0]?.id ?? '';
}

for (const language of ['en', 'fr'] as const)
  test.describe(language, () => {
    test.use({ language });

    for (const [name, path] of Object.entries(problems))
      test(`the page of a ${name} is a plain document with our one script`, async ({ page, accord, inspect }) => {
        const requests = watchRequests(page);
        await page.goto(`${accord.origin}${path}${path.includes('?') ? '&' : '?'}language=${language}`);
        // Nobody is signed in: an unknown consent is asked for after signing in.
        await expectPlain(page, requests, language);
        await inspect();
      });

    test('sign-in and consent, at first and shown again, are plain documents with our one script', async ({
      page,
      customer,
      say,
    }) => {
      const requests = watchRequests(page);
      const next = async () => {
        await expectPlain(page, requests, language);
        await customer.inspect();
        requests.length = 0;
      };
      await customer.isSent();
      await next();
      await customer.signsIn('camille', 'wrong');
      await expect(page.getByRole('alert')).toBeVisible();
      await next();
      await customer.signsIn('camille');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('consentHeading', customer.names));
      await next();
      await customer.allow.click();
      await expect(page.getByRole('alert')).toBeVisible();
      await next();
    });

    test('every page of the dashboard is a plain document with our one script', async ({ page, accord, customer }) => {
      const id = await allow(accord, customer);
      const requests = watchRequests(page);
      for (const path of Object.values(dashboard)) {
        requests.length = 0;
        await page.goto(`${accord.origin}${path.replace('{id}', id)}?provider_id=1000&language=${language}`);
        await expectPlain(page, requests, language);
        await customer.inspect();
      }
    });
  });

test('the document itself names no other script, not even to a crawler or in a header', async ({ visitor }) => {
  const path = await visitor.signIn('camille');
  for (const address of [path, authorizePath().replace('/authorize', '/sign-in'), '/authorize', '/consents', '/x'])
    for (const agent of ['', 'Googlebot/2.1', 'curl/8']) {
      const { text, headers } = await visitor.get(address, { 'user-agent': agent });
      expect(text.match(/<script\b[^>]*>/g)).toEqual([expect.stringContaining('src="/submit-once.js')]);
      expect(text).not.toMatch(/self\.__next_f|\/_next\/static\/chunks\/[^"]+\.js/);
      expect(headers.link).toBeUndefined();
    }
});
