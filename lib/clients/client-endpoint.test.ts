import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recipientRegistration, secret } from '../../test/world/registration.ts';
import { temporaryIssuer, temporaryServer } from '../../test/world/temporary-server.ts';
import { assertionType } from '../oauth/client-assertion.ts';
import { generateSigningKey } from '../oauth/json-web-key.ts';
import { now } from '../process/clock.ts';
import { database } from '../storage/database.ts';
import { answerClient } from './client-endpoint.ts';
import { currentNonce } from './dpop-nonce.ts';
import { mostUnproved } from './failure-limits.ts';

const signer = await generateSigningKey();
const { client_secret_sha256: _, ...withoutSecret } = recipientRegistration;
const signs = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [signer.publicJwk] } };
temporaryServer({
  recipients: [
    recipientRegistration,
    { ...withoutSecret, client_id: 'app', token_endpoint_auth_method: 'none' },
    { ...withoutSecret, client_id: 'signer', ...signs },
    { ...withoutSecret, client_id: 'suspended', ...signs, status: 'suspended' },
  ],
});
vi.stubEnv('ACCORD_CLIENT_FAILURES', '3');
beforeEach(async () => {
  for (const table of ['failures', 'used_tokens'] as const) await database().deleteFrom(table).execute();
});

const address = `${temporaryIssuer}/token`;

/** Posts a form; a client that has proved itself is answered as `told`. */
async function post(form: Record<string, string>, headers: Record<string, string> = {}, told: object = {}) {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const request = {
    method: 'POST',
    path: '/token',
    headers: new Headers({ ...type, ...headers }),
    body: new URLSearchParams(form).toString(),
  };
  const answer = { outcome: 'answered', body: {}, ...told } as const;
  const { status, body } = await answerClient(database(), request, now(), async () => answer);
  const { error } = JSON.parse(body) as { error?: string };
  return [status, error].filter(Boolean).join(' ');
}

const basic = (clientId: string, password: string) => ({
  authorization: `Basic ${btoa(`${clientId}:${encodeURIComponent(password)}`)}`,
});
const key = await importJWK(signer.privateJwk, 'ES256');
const sign = (header: object, claims: object) =>
  new SignJWT({ jti: randomUUID(), iat: now(), exp: now() + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(key);
const assertionOf = async (clientId: string, change: object = {}) => ({
  client_assertion_type: assertionType,
  client_assertion: await sign({}, { iss: clientId, sub: clientId, aud: temporaryIssuer, ...change }),
});
const proof = async (change: object = {}) => ({
  dpop: await sign(
    { typ: 'dpop+jwt', jwk: signer.publicJwk },
    { htm: 'POST', htu: address, nonce: currentNonce(now()), ...change },
  ),
});
const countOf = async (table: 'failures' | 'used_tokens') =>
  (await database().selectFrom(table).selectAll().execute()).length;

describe('a client', () => {
  it('O11 that fails too often is told to wait, and then told nothing of its guesses', async () => {
    for (let guess = 0; guess < 3; guess += 1)
      expect(await post({}, basic('ledger', 'a guess'))).toBe('401 invalid_client');
    expect(await post({}, basic('ledger', 'a guess'))).toBe('429 temporarily_unavailable');
    expect(await post({}, basic('signer', 'a guess'))).toBe('401 invalid_client');
  });

  it('O11 with the right credential goes through, whatever others have guessed in its name', async () => {
    for (let guess = 0; guess < 10; guess += 1) await post({}, basic('ledger', 'a guess'));
    expect(await post({}, basic('ledger', secret))).toBe('200');
  });

  it('O11 that has proved itself is not locked out by a wrong code, token, assertion or proof', async () => {
    const wrong = { outcome: 'refused', error: 'invalid_grant', description: 'x' };
    const late = await assertionOf('signer', { exp: now() - 1 });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await post({}, basic('ledger', secret), wrong)).toBe('400 invalid_grant');
      expect(await post({}, { ...basic('ledger', secret), dpop: 'nonsense' })).toBe('400 invalid_dpop_proof');
      await post(late);
    }
    expect(await post({}, { ...basic('ledger', secret), ...(await proof()) })).toBe('200');
    expect(await post(await assertionOf('signer'))).toBe('200');
  });

  it('O11 that nobody has registered leaves no count of its own', async () => {
    for (let guess = 0; guess < 10; guess += 1) await post({}, basic(`invented-${guess}`, 'x'));
    expect(await countOf('failures')).toBe(1);
    expect(await post({}, basic('another-invention', 'x'))).toBe('429 temporarily_unavailable');
  });
});

describe('what is good once', () => {
  it('O15 is kept of a client that has proved itself: its proof, its assertion', async () => {
    const [both, dpop] = [await assertionOf('signer'), await proof()];
    expect(await post(both, dpop)).toBe('200');
    expect(await countOf('used_tokens')).toBe(2);
    expect(await post(both)).toBe('401 invalid_client');
    expect(await post(await assertionOf('signer'), dpop)).toBe('400 invalid_dpop_proof');
  });

  it('O15 is not kept of one that has not', async () => {
    expect(await post({}, { ...basic('ledger', 'a guess'), ...(await proof()) })).toBe('401 invalid_client');
    expect(await post(await assertionOf('suspended'), await proof())).toBe('401 invalid_client');
    expect(await countOf('used_tokens')).toBe(0);
  });

  it('T10 is not used up by a proof that must come again with a nonce', async () => {
    const assertion = await assertionOf('signer');
    expect(await post(assertion, await proof({ nonce: undefined }))).toBe('400 use_dpop_nonce');
    expect(await post(assertion, await proof())).toBe('200');
  });

  it('O15 is kept of a public client, which proves nothing, up to a limit for its network', async () => {
    for (let time = 0; time < mostUnproved; time += 1)
      expect(await post({ client_id: 'app' }, await proof())).toBe('200');
    expect(await post({ client_id: 'app' }, await proof())).toBe('429 temporarily_unavailable');
    expect(await countOf('used_tokens')).toBe(mostUnproved);
    expect(await post({ client_id: 'app' }), 'without a proof nothing is stored').toBe('200');
  });
});
