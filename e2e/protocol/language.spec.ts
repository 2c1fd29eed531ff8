import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { locationOf } from '../support/http-call.ts';
import { Visitor } from '../support/visitor.ts';

const french = { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' };
const english = { 'accept-language': 'en-CA' };
/** Pages that are for no request of a recipient. */
const own = [
  '/consents',
  '/sign-in?for=dashboard&provider_id=1000',
  '/sign-out',
  '/nowhere',
  '/consents/x/y',
  '/problem',
];

const languageAt = async (visitor: Visitor, path: string, headers = {}) => {
  const { headers: answered, text } = await visitor.get(path, headers);
  const language = String(answered['content-language']);
  expect(text, path).toContain(`<html lang="${language}">`);
  expect(answered['set-cookie'] ?? [], path).toEqual([]);
  return language;
};

test('A22 a page that is for no request is in the language that was chosen, else of the sign-in, else of the browser', async ({
  accord,
}) => {
  const stranger = new Visitor(accord.origin);
  for (const path of own) {
    expect(await languageAt(stranger, path, french), path).toBe('fr');
    expect(await languageAt(stranger, path, english), path).toBe('en');
    expect(await languageAt(stranger, path), path).toBe('en');
    const inEnglish = `${path}${path.includes('?') ? '&' : '?'}language=en`;
    expect(await languageAt(stranger, inEnglish, french), path).toBe('en');
  }

  const customer = new Visitor(accord.origin);
  await customer.signIn('noah', authorizePath({ language: 'fr' }));
  expect(await languageAt(customer, '/consents', english)).toBe('fr');
  expect(await languageAt(customer, '/sign-out', english)).toBe('fr');

  const answer = await customer.post('/consents?provider_id=1000', { language: 'en' }, {}, 'switchLanguage');
  expect(answer.status).toBe(303);
  expect(answer.headers['set-cookie']?.join()).toMatch(
    /^accord-language=en; Path=\/; .*Max-Age=31536000; HttpOnly; SameSite=lax$/i,
  );
  for (const path of own.filter((path) => !path.startsWith('/problem')))
    expect(await languageAt(customer, path, french), path).toBe('en');
});

test('A22 no cookie and no header of the browser changes the language of a request', async ({ accord }) => {
  const visitor = new Visitor(accord.origin);
  await visitor.post('/consents', { language: 'fr' }, {}, 'switchLanguage');
  expect(visitor.cookies.get('accord-language')).toBe('fr');
  const path = authorizePath({ language: undefined }).replace('/authorize', '/sign-in');
  expect(await languageAt(visitor, path, french)).toBe('en');
  expect(await languageAt(visitor, '/authorize', french)).toBe('en');
});

test('the switch of the dashboard leads to the same page, and a language that we do not have is not kept', async ({
  accord,
}) => {
  const visitor = new Visitor(accord.origin);
  const address = '/consents?provider_id=1000&language=en&notice=stopped&client_id=budget-buddy';
  const to = locationOf(await visitor.post(address, { language: 'fr' }, {}, 'switchLanguage'));
  expect(to.pathname + to.search).toBe('/consents?provider_id=1000&language=fr');
  const odd = await visitor.post('/consents?language=en', { language: 'de' }, {}, 'switchLanguage');
  expect(odd.headers['set-cookie']).toBeUndefined();
  expect(locationOf(odd).search).toBe('?language=en');
});

test('the switches of the sign-in and the consent are remembered as well', async ({ accord }) => {
  const visitor = new Visitor(accord.origin);
  const signIn = authorizePath().replace('/authorize', '/sign-in');
  await visitor.post(signIn, { language: 'fr' });
  expect(visitor.cookies.get('accord-language')).toBe('fr');
  const path = await visitor.signIn('noah');
  await visitor.post(path, { ticket: await visitor.openConsent(path), language: 'en' });
  expect(visitor.cookies.get('accord-language')).toBe('en');
});

test('signing in at the dashboard goes on in the language of the page', async ({ accord }) => {
  const visitor = new Visitor(accord.origin);
  const to = locationOf(await visitor.get('/consents?provider_id=1000', french));
  expect(to.searchParams.get('language')).toBe('fr');
});
