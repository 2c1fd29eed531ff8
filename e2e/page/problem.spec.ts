import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { push, pushedPath } from '../support/pushed.ts';

const untrusted = {
  'client-id-missing': { client_id: undefined },
  'client-id-unknown': { client_id: 'nobody' },
  'client-suspended': { client_id: 'quick-quote', redirect_uri: 'http://127.0.0.1/callback' },
  'redirect-uri-missing': { redirect_uri: undefined },
  'redirect-uri-not-registered': { redirect_uri: 'https://evil.example/callback' },
} as const;

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    for (const [reason, change] of Object.entries(untrusted) as [keyof typeof untrusted, Record<string, string>][]) {
      test(`A1 ${reason} is our page with 400, in both languages, with no way out but to what one shares, and the rule for the developer`, async ({
        page,
        accord,
        say,
        t,
      }) => {
        const response = await page.goto(`${accord.origin}${authorizePath({ ...change, language })}`);
        expect(response?.status()).toBe(400);
        expect(response?.headers()['content-language']).toBe(language);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(reason));
        await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1);
        const hrefs = await page
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        expect(hrefs.filter((href) => !href?.startsWith('#'))).toEqual([`/consents?language=${language}`]);

        await page.getByText(say('forDeveloper')).click();
        const details = page.getByRole('group').filter({ hasText: say('forDeveloper') });
        await expect(details).toContainText(reason.startsWith('client') ? 'client_id' : 'redirect_uri');
        const [value] = Object.values(change);
        await expect(details).toContainText(
          reason === 'client-suspended' ? 'quick-quote' : (value ?? t('Problem.absent')),
        );
        await expect(details).toContainText(t(`Problem.${reason}.rule`));
      });
    }
  });
}

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('A14 a pushed request that was answered is our page with 400, in its own language', async ({
      page,
      accord,
      visitor,
      say,
    }) => {
      const { json } = await push(accord, { language });
      const path = pushedPath(json.request_uri);
      await visitor.decide('deny', await visitor.openConsent(await visitor.signIn('noah', path)), []);
      const response = await page.goto(accord.origin + path);
      expect(response?.status()).toBe(400);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('request-uri-unknown'));
    });

    test('a pushed request that was allowed does not say that nothing was shared, and leads on', async ({
      page,
      accord,
      visitor,
      say,
    }) => {
      const { json } = await push(accord, { language });
      const path = pushedPath(json.request_uri);
      await visitor.decide('allow', await visitor.openConsent(await visitor.signIn('noah', path)), []);
      await page.goto(accord.origin + path);
      await expect(page.getByRole('main')).toContainText(
        { en: 'If you have answered it, your answer stands.', fr: 'Si vous y avez répondu, votre réponse tient.' }[
          language
        ],
      );
      await expect(page.getByRole('main')).not.toContainText(/Nothing was shared|Rien n’a été partagé/);
      await expect(page.getByRole('banner')).toContainText({ en: 'Maple Bank', fr: 'Banque Érable' }[language]);
      await expect(page.getByRole('link', { name: say('seeShares') })).toHaveAttribute(
        'href',
        `/consents?provider_id=1000&language=${language}`,
      );
      await expect(
        page.getByRole('link', { name: { en: 'Go back to Budget Buddy', fr: 'Revenir à Budget Copain' }[language] }),
      ).toBeVisible();
    });
  });
}

test('what a stranger writes into the address is shown as text, never run or followed', async ({
  page,
  accord,
  say,
}) => {
  const payload = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  page.on('dialog', () => expect('a dialog').toBe('none'));
  await page.goto(`${accord.origin}${authorizePath({ redirect_uri: payload })}`);
  await page.getByText(say('forDeveloper')).click();
  await expect(page.getByText(payload)).toBeVisible();
  await expect(page.getByRole('img')).toHaveCount(0);
});

test('an address that does not exist is our page with 404', async ({ page, accord, say }) => {
  const response = await page.goto(`${accord.origin}/nowhere`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('not-found'));
});
