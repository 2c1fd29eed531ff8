import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '../support/fixtures.ts';
import { budgetBuddy, consentOf, eventsOf, grant, introspect, refresh } from '../support/granted.ts';
import { redeem } from '../support/token-request.ts';

const inactive = { active: false };

test('T11 a refresh token gives an access token and its own successor', async ({ accord }) => {
  const granted = await grant(accord);
  const { status, headers, json } = await refresh(accord, granted.refreshToken);
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('no-store');
  expect(json).toMatchObject({
    token_type: 'Bearer',
    scope: 'ACCOUNT_BASIC TRANSACTIONS',
    grant_id: granted.consentId,
    refresh_token: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(json.refresh_token).not.toBe(granted.refreshToken);
  expect((await introspect(accord, String(json.access_token))).json.active).toBe(true);
  expect((await introspect(accord, granted.accessToken)).json.active).toBe(true);
  expect(eventsOf(accord, granted.consentId).map(({ type }) => type)).toContain('token-refreshed');
});

test('T11 a client whose answer was lost is given the same successor again', async ({ accord }) => {
  const { refreshToken } = await grant(accord);
  const first = await refresh(accord, refreshToken);
  const again = await refresh(accord, refreshToken);
  expect(again.json.refresh_token).toBe(first.json.refresh_token);
  expect((await refresh(accord, String(first.json.refresh_token))).status).toBe(200);
});

test('T11 an old token that comes back after its successor was used ends the consent and all its tokens', async ({
  accord,
}) => {
  const { refreshToken, accessToken, consentId } = await grant(accord);
  const second = await refresh(accord, refreshToken);
  const third = await refresh(accord, String(second.json.refresh_token));
  const { status, json } = await refresh(accord, refreshToken);
  expect([status, json.error]).toEqual([400, 'invalid_grant']);
  expect((await refresh(accord, String(third.json.refresh_token))).json.error).toBe('invalid_grant');
  for (const token of [accessToken, second.json.access_token, third.json.access_token])
    expect((await introspect(accord, String(token))).json).toEqual(inactive);
  expect(consentOf(accord, consentId)).toMatchObject({
    status: 'revoked',
    ended_by: 'accord',
    end_reason: 'refresh-token-reused',
  });
});

test('T11 an old token that comes back after the window is a copy, too', async ({ accord }) => {
  const { refreshToken, consentId } = await grant(accord);
  await refresh(accord, refreshToken);
  const database = new DatabaseSync(accord.databasePath, { timeout: 2000 });
  database.prepare('update refresh_tokens set rotated_at = rotated_at - 60 where consent_id = ?').run(consentId);
  database.close();
  expect((await refresh(accord, refreshToken)).json.error).toBe('invalid_grant');
  expect(consentOf(accord, consentId)?.status).toBe('revoked');
});

test('T11 twenty refreshes at once leave one live branch', async ({ accord }) => {
  const { refreshToken, consentId } = await grant(accord);
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(accord, refreshToken)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ json }) => json.refresh_token)).size).toBe(1);
  expect(consentOf(accord, consentId)?.status).toBe('active');
  expect((await refresh(accord, String(answers[0]?.json.refresh_token))).status).toBe(200);
});

test('T11 the scope may be narrower for one token, and never wider', async ({ accord }) => {
  const { refreshToken } = await grant(accord, { scope: 'ACCOUNT_BASIC TRANSACTIONS' });
  for (const scope of ['ACCOUNT_BASIC STATEMENTS', 'TRANSACTIONS', 'everything', 'ACCOUNT_BASIC everything']) {
    const { status, json } = await refresh(accord, refreshToken, { scope });
    expect([status, json.error], scope).toEqual([400, 'invalid_scope']);
  }
  const narrow = await refresh(accord, refreshToken, { scope: 'ACCOUNT_BASIC' });
  expect(narrow.json.scope).toBe('ACCOUNT_BASIC');
  const { json } = await introspect(accord, String(narrow.json.access_token));
  expect(json).toMatchObject({
    scope: 'ACCOUNT_BASIC',
    authorization_details: [{ resources: [{ dataClusters: ['ACCOUNT_BASIC'] }] }],
  });
  const whole = await refresh(accord, String(narrow.json.refresh_token));
  expect(whole.json.scope).toBe('ACCOUNT_BASIC TRANSACTIONS');
});

test('T11 T12 another client, an unknown token and a consent that somebody lengthened get the one answer', async ({
  accord,
}) => {
  const { refreshToken, consentId } = await grant(accord);
  const other = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'cashflow-app' };
  const foreign = await redeem(accord.origin, { form: other });
  const unknown = await refresh(accord, 'x'.repeat(43));
  expect(foreign.json).toEqual({
    error: 'invalid_grant',
    error_description: 'the refresh token is not valid for this request',
  });
  expect(unknown.json).toEqual(foreign.json);
  expect((await refresh(accord, '')).json.error).toBe('invalid_request');
  // None of them has harmed it.
  expect(consentOf(accord, consentId)?.status).toBe('active');
  const database = new DatabaseSync(accord.databasePath, { timeout: 2000 });
  const move = (seconds: number) =>
    database.prepare('update consents set expires_at = expires_at + ? where id = ?').run(seconds, consentId);
  move(86_400);
  expect((await refresh(accord, refreshToken)).json).toEqual(foreign.json);
  move(-86_400);
  database.close();
  expect((await refresh(accord, refreshToken)).status).toBe(200);
});

test('a consent for once has no refresh token, and ends with its access token', async ({ accord, visitor }) => {
  const redirect_uri = 'http://127.0.0.1/callback';
  const code_challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
  const code = await visitor.obtainCode('noah', {
    client_id: 'cashflow-app',
    redirect_uri,
    scope: 'ACCOUNT_BASIC',
    code_challenge,
    code_challenge_method: 'S256',
  });
  const code_verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const { json } = await redeem(accord.origin, {
    form: { client_id: 'cashflow-app', code, redirect_uri, code_verifier },
  });
  expect(json).not.toHaveProperty('refresh_token');
  const { exp } = JSON.parse(Buffer.from(String(json.access_token).split('.')[1] ?? '', 'base64url').toString());
  expect(consentOf(accord, String(json.grant_id))?.expires_at).toBe(exp);
});

test('T5 a refresh token is stored as a hash alone', async ({ accord }) => {
  const { refreshToken } = await grant(accord);
  const { json } = await refresh(accord, refreshToken);
  const database = new DatabaseSync(accord.databasePath, { readOnly: true });
  const rows = JSON.stringify(
    ['refresh_tokens', 'consent_events', 'consents'].map((table) => database.prepare(`select * from ${table}`).all()),
  );
  database.close();
  for (const token of [refreshToken, String(json.refresh_token)]) expect(rows).not.toContain(token);
});

test('a client that may not have one is refused its own token', async ({ accord }) => {
  const publicly = await redeem(accord.origin, {
    form: { grant_type: 'client_credentials', client_id: 'cashflow-app' },
  });
  expect(publicly.json.error).toBe('unauthorized_client');
  const wider = { grant_type: 'client_credentials', scope: 'ACCOUNT_BASIC' };
  expect((await redeem(accord.origin, { basic: budgetBuddy, form: wider })).json.error).toBe('invalid_scope');
});
