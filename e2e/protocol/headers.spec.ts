import { authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import type { Answer } from '../support/http-call.ts';
import type { Visitor } from '../support/visitor.ts';

const pages: Record<string, (visitor: Visitor) => Promise<Answer>> = {
  'sign-in': (visitor) => visitor.get(authorizePath().replace('/authorize', '/sign-in')),
  consent: async (visitor) => visitor.get(await visitor.signIn('camille')),
  'refused request': (visitor) => visitor.get('/authorize'),
  'unknown address': (visitor) => visitor.get('/nowhere'),
  'foreign origin': (visitor) => visitor.post('/authorize', {}, { origin: 'https://evil.example' }),
  'redirect to the recipient': (visitor) => visitor.get(authorizePath({ response_type: 'token' })),
};

for (const [name, open] of Object.entries(pages)) {
  test(`C2 the ${name} cannot be framed and runs nothing but our own files`, async ({ visitor }) => {
    const { headers } = await open(visitor);
    const policy = policyOf(headers);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('object-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe(`${visitor.issuer}/submit-once.js`);
    expect(policy.get('img-src')).toBe("'self'");
    expect(policy.get('style-src')).not.toContain('unsafe');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test(`C4 C5 the ${name} is neither stored nor referred to nor indexed`, async ({ visitor }) => {
    const { headers } = await open(visitor);
    expect(headers).toMatchObject({
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
      pragma: 'no-cache',
      'cross-origin-opener-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-powered-by']).toBeUndefined();
  });
}

test('C3 form-action lets the answer through to the redirect URI, and is never bare self', async ({ visitor }) => {
  const native = {
    client_id: 'cashflow-app',
    redirect_uri: 'com.example.cashflow:/callback',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };
  const loopback = await visitor.get(await visitor.signIn('noah'));
  expect(policyOf(loopback.headers).get('form-action')).toContain("'self' https: http://127.0.0.1:*");
  const scheme = await visitor.get(await visitor.signIn('noah', authorizePath(native)));
  expect(policyOf(scheme.headers).get('form-action')).toBe("'self' https: com.example.cashflow:");
});

test('C4 a page loads nothing from elsewhere', async ({ visitor }) => {
  const { text } = await visitor.get(await visitor.signIn('camille'));
  const loaded = [...text.matchAll(/<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)="([^"]*)"/g)];
  expect(loaded.length).toBeGreaterThan(2);
  for (const [, address] of loaded) expect(address).toMatch(/^(\/(?!\/)|data:,)/);
});

test('A22 the language of a page is said in Content-Language and lang, whatever Accept-Language says', async ({
  visitor,
}) => {
  const asked = [
    [{ language: 'fr' }, 'fr'],
    [{ language: 'fr-CA' }, 'fr'],
    [{ language: 'de', ui_locales: 'fr' }, 'en'],
    [{ language: undefined, ui_locales: 'de fr en' }, 'fr'],
    [{ language: '' }, 'en'],
    [{ language: undefined }, 'en'],
  ] as const;
  for (const [change, language] of asked) {
    const path = authorizePath(change).replace('/authorize', '/sign-in');
    const { headers, text } = await visitor.get(path, { 'accept-language': 'fr-CA,fr;q=0.9' });
    expect(headers['content-language'], path).toBe(language);
    expect(text, path).toContain(`<html lang="${language}">`);
  }
});

test('A22 an answer in another language than its address says so, on both pages', async ({ visitor }) => {
  const path = await visitor.signIn('noah');
  const posts: [string, Record<string, string>][] = [
    [path, { ticket: await visitor.openConsent(path), language: 'fr' }],
    [path.replace('/authorize', '/sign-in'), { language: 'fr' }],
  ];
  for (const [address, fields] of posts) {
    const { status, headers, text } = await visitor.post(address, fields);
    expect(status).toBe(200);
    expect(headers['content-language'], address).toBe('fr');
    expect(text, address).toContain('<html lang="fr">');
  }
});

test('A27 no answer of the authorization endpoint can be read by another origin', async ({ visitor }) => {
  const origin = { origin: 'https://evil.example' };
  const answers = [
    await visitor.get(authorizePath(), origin),
    await visitor.get(await visitor.signIn('noah'), origin),
    await visitor.get('/authorize', origin),
  ];
  for (const { headers } of answers)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
});

function policyOf(headers: Answer['headers']): Map<string, string> {
  const directives = String(headers['content-security-policy']).split(';');
  return new Map(directives.map((directive) => directive.trim().split(/ (.*)/s) as [string, string]));
}
