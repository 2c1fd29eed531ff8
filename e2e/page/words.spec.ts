import { expect, test } from '../support/fixtures.ts';
import { nameIn, providerOf, recipientOf, sampleRegistry } from '../support/registry.ts';

const clusters = 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS STATEMENTS CUSTOMER_CONTACT';

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('C1 the page names who asks, its legal name and number, what, until when, and who is signed in', async ({
      customer,
      page,
      say,
      t,
    }) => {
      const registry = sampleRegistry();
      const entry = recipientOf(registry, 'budget-buddy');
      const recipient = nameIn(entry, 'client_name', language);
      const provider = nameIn(providerOf(registry, '1000'), 'name', language);
      await customer.comesToConsent('camille', { scope: clusters, correlation_id: 'ref-42' });

      const main = page.getByRole('main');
      const entity = String(entry.registered_entity_name);
      const id = String(entry.registered_entity_id);
      await expect(page.getByRole('heading', { level: 2, name: say('requester', { entity, id }) })).toBeVisible();
      for (const heading of ['accounts', 'period', 'data', 'limits', 'rights'] as const)
        await expect(page.getByRole('heading', { level: 2, name: say(heading) })).toBeVisible();
      await expect(main).toContainText(t('Consent.requester.registration'));
      await expect(main.getByText(say('never'))).toBeVisible();
      await expect(main.getByText(say('refusing'))).toBeVisible();
      await expect(main.getByRole('link', { name: say('shares') }).first()).toBeVisible();
      await expect(main).toContainText(recipient);
      await expect(main).toContainText('127.0.0.1');
      await expect(main).toContainText(say('signedInAs', { name: 'Camille Tremblay' }));
      await expect(page.getByRole('banner')).toContainText(provider);
      for (const cluster of ['ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS', 'CUSTOMER_CONTACT'] as const) {
        await expect(page.getByRole('heading', { level: 3, name: t(`Cluster.${cluster}.title`) })).toBeVisible();
        await expect(main).toContainText(t(`Cluster.${cluster}.fields`));
      }
      // Basic is part of Detailed.
      await expect(
        page.getByRole('heading', { level: 3, name: t('Cluster.ACCOUNT_BASIC.title'), exact: true }),
      ).toHaveCount(0);
      const end = new Date(Date.now() + 365 * 86_400_000);
      await expect(main).toContainText(t('Consent.glance.untilOrSooner', { date: inWords(end, language) }));
      await expect(main).toContainText(say('asAsked', { date: inWords(end, language) }));
      await expect(main).toContainText(say('reference', { id: 'ref-42' }));
    });

    test('C1 links out open aside and tell nothing of where they were followed from', async ({ customer, page }) => {
      await customer.comesToConsent('camille');
      const links = await page.getByRole('main').locator('a').all();
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) {
        if ((await link.getAttribute('href'))?.startsWith('tel:')) continue;
        await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
        await expect(link).toContainText({ en: '(new window)', fr: '(nouvelle fenêtre)' }[language]);
      }
    });

    test('a once-only request says that it is once, and names no end date', async ({ customer, page }) => {
      await customer.isSent({
        client_id: 'cashflow-app',
        redirect_uri: 'http://127.0.0.1/callback',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      });
      await customer.signsIn('noah');
      await expect(page.getByRole('main')).toContainText(
        { en: 'Once, within 15 minutes of your answer.', fr: 'Une seule fois, dans les 15 minutes' }[language],
      );
    });
  });
}

const inWords = (date: Date, language: 'en' | 'fr') =>
  new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'long', timeZone: 'America/Toronto' }).format(date);
