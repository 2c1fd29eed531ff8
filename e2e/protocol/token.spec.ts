import { newProof, secretOfBudgetBuddy } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { query } from '../support/stored.ts';
import { redeem } from '../support/token-request.ts';

const redirect_uri = 'http://127.0.0.1:9999/callback';
const basic: [string, string] = ['budget-buddy', secretOfBudgetBuddy];

test('T7 T8 T9 a code becomes a token: JSON, no-store, scope, at most 900 s, the consent as grant_id', async ({
  visitor,
  accord,
}) => {
  const code = await visitor.obtainCode('noah', {
    scope: 'TRANSACTIONS ACCOUNT_BASIC',
    correlation_id: 'token-journey',
  });
  const { status, headers, json } = await redeem(accord.origin, { basic, form: { code, redirect_uri } });
  expect(status).toBe(200);
  expect(headers['content-type']).toContain('application/json');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-fapi-interaction-id']).toBe('token-journey');
  const [consent] = query<{ id: string }>(
    accord.databasePath,
    'select id from consents where correlation_id = ?',
    'token-journey',
  );
  expect(json).toMatchObject({ token_type: 'Bearer', grant_id: consent?.id });
  expect(String(json.scope).split(' ').sort()).toEqual(['ACCOUNT_BASIC', 'TRANSACTIONS']);
  expect(json.expires_in).toBeGreaterThan(800);
  expect(json.expires_in).toBeLessThanOrEqual(900);
  expect(Object.keys(json)).not.toContain('code_challenge');
});

test('K1 neither the code nor the session id stands in the database', async ({ visitor, accord }) => {
  const code = await visitor.obtainCode('noah');
  const [session = ''] = visitor.cookies.values();
  const tables = ['authorization_codes', 'sessions', 'decisions', 'consents'];
  const stored = tables.map((table) => JSON.stringify(query(accord.databasePath, `select * from ${table}`))).join();
  expect(code).toMatch(/^[\w-]{43}$/);
  expect(stored).not.toContain(code);
  expect(stored).not.toContain(session);
});

test('K3 of 20 redemptions at once one succeeds, and the replays revoke what it issued', async ({
  visitor,
  accord,
}) => {
  const code = await visitor.obtainCode('noah', { correlation_id: 'twenty' });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => redeem(accord.origin, { basic, form: { code, redirect_uri } })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ json }) => json.error === 'invalid_grant')).toHaveLength(19);
  const [row] = query<{ revoked_at: number | null }>(
    accord.databasePath,
    `select code.revoked_at from authorization_codes code join consents on consents.id = consent_id
     where correlation_id = ?`,
    'twenty',
  );
  expect(row?.revoked_at).not.toBeNull();
});

test('K2 T5 whatever does not fit is the same invalid_grant, and does not burn the code', async ({
  visitor,
  accord,
}) => {
  const { verifier, parameters } = newProof();
  const code = await visitor.obtainCode('noah', parameters);
  const good = { code, redirect_uri, code_verifier: verifier };
  const wrong = [
    { ...good, code: `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}` },
    { ...good, redirect_uri: 'http://127.0.0.1:9998/callback' },
    { ...good, code_verifier: newProof().verifier },
    { ...good, code_verifier: 'short' },
    { ...good, code_verifier: undefined },
  ];
  const texts = new Set<unknown>();
  for (const form of wrong) {
    const { status, json, headers } = await redeem(accord.origin, { basic, form });
    expect({ status, error: json.error }).toEqual({ status: 400, error: 'invalid_grant' });
    expect(headers['cache-control']).toBe('no-store');
    texts.add(json.error_description);
  }
  const otherClient = await redeem(accord.origin, { form: { ...good, client_id: 'cashflow-app' } });
  expect(otherClient.json.error).toBe('invalid_grant');
  texts.add(otherClient.json.error_description);
  expect([...texts], 'one text').toHaveLength(1);
  expect((await redeem(accord.origin, { basic, form: good })).status).toBe(200);
});

test('K4 a replay with the wrong verifier or by another client changes nothing, the right one revokes', async ({
  visitor,
  accord,
}) => {
  const { verifier, parameters } = newProof();
  const code = await visitor.obtainCode('noah', { ...parameters, correlation_id: 'replayed' });
  const good = { code, redirect_uri, code_verifier: verifier };
  const isRevoked = () =>
    query<{ revoked_at: number | null }>(
      accord.databasePath,
      `select code.revoked_at from authorization_codes code join consents on consents.id = consent_id
       where correlation_id = 'replayed'`,
    )[0]?.revoked_at !== null;
  expect((await redeem(accord.origin, { basic, form: good })).status).toBe(200);
  await redeem(accord.origin, { basic, form: { ...good, code_verifier: newProof().verifier } });
  await redeem(accord.origin, { form: { ...good, client_id: 'cashflow-app' } });
  expect(isRevoked()).toBe(false);
  expect((await redeem(accord.origin, { basic, form: good })).json.error).toBe('invalid_grant');
  expect(isRevoked()).toBe(true);
});

test('T6 a verifier for a code that has no challenge is refused', async ({ visitor, accord }) => {
  const code = await visitor.obtainCode('noah');
  const form = { code, redirect_uri, code_verifier: newProof().verifier };
  expect((await redeem(accord.origin, { basic, form })).json.error).toBe('invalid_grant');
});
