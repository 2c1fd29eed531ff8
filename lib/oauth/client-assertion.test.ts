import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { authenticate, clients, contextFor, issuer, now, signer, stranger } from '../../test/world/authentication.ts';
import { registeredRecipient } from '../../test/world/registration.ts';
import { assertionType } from './client-assertion.ts';
import { authenticateClient } from './client-authentication.ts';
import { signatureAlgorithms } from './signature-algorithms.ts';

describe('a client that signs', () => {
  const good = { iss: 'signer', sub: 'signer', aud: issuer, exp: now + 60, iat: now, jti: 'one' };

  async function assertion(
    change: Record<string, unknown> = {},
    { key = signer.privateJwk, alg = 'ES256', kid = signer.kid } = {},
  ): Promise<string> {
    const claims = Object.fromEntries(
      Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined),
    );
    return new SignJWT(claims as JWTPayload).setProtectedHeader({ alg, kid }).sign(await importJWK(key, alg));
  }
  const formOf = (client_assertion: string) => ({ client_assertion, client_assertion_type: assertionType });
  const authenticateAnew = async (client_assertion: string, more: Record<string, string> = {}) =>
    authenticateClient(
      null,
      new URLSearchParams({ ...formOf(client_assertion), ...more }),
      contextFor((id) => clients.find(({ clientId }) => clientId === id)),
    );
  const authenticated = { outcome: 'authenticated', client: { clientId: 'signer' } };

  it('T3 is authenticated, with its id in the form or not', async () => {
    expect(await authenticateAnew(await assertion())).toMatchObject(authenticated);
    expect(await authenticateAnew(await assertion(), { client_id: 'signer' })).toMatchObject(authenticated);
  });

  it.each(signatureAlgorithms)('T3 O2 is authenticated by a key of %s', async (alg) => {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: alg, alg }] };
    const client = registeredRecipient({
      client_id: 'signer',
      token_endpoint_auth_method: 'private_key_jwt',
      client_secret_sha256: undefined,
      jwks,
    });
    const form = new URLSearchParams(formOf(await assertion({}, { key: await exportJWK(privateKey), alg, kid: alg })));
    expect(
      await authenticateClient(
        null,
        form,
        contextFor(() => client),
      ),
    ).toMatchObject(authenticated);
  });

  it('T3 is authenticated once by one assertion', async () => {
    const once = formOf(await assertion({ jti: 'once' }));
    expect(await authenticate(null, once)).toMatchObject(authenticated);
    expect(await authenticate(null, once)).toMatchObject({ error: 'invalid_client' });
  });

  it.each<[string, Record<string, unknown>]>([
    ['no iat', { iat: undefined }],
    ['an iat 10 s ahead', { iat: now + 10 }],
    ['an nbf 10 s ahead', { nbf: now + 10 }],
  ])('T3 is authenticated with %s', async (_, change) => {
    expect(await authenticateAnew(await assertion(change))).toMatchObject(authenticated);
  });

  it.each<[string, Record<string, unknown>]>([
    ['the token endpoint as audience', { aud: `${issuer}/token` }],
    ['the issuer among other audiences', { aud: [issuer, 'https://other.example'] }],
    ['the issuer in an array', { aud: [issuer] }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'ledger' }],
    ['no issuer', { iss: undefined }],
    ['an expiry that is past', { exp: now }],
    ['no expiry', { exp: undefined }],
    ['an expiry in an hour', { exp: now + 3600 }],
    ['an iat 61 s ahead', { iat: now + 61 }],
    ['an nbf 61 s ahead', { nbf: now + 61 }],
    ['no jti', { jti: undefined }],
    ['an empty jti', { jti: '' }],
    ['the subject of a client with a secret', { iss: 'ledger', sub: 'ledger' }],
  ])('T3 is not authenticated with %s', async (_, change) => {
    expect(await authenticateAnew(await assertion(change))).toMatchObject({ error: 'invalid_client' });
  });

  it('T3 is not authenticated by a key of somebody else, or under its name', async () => {
    const { privateJwk, kid } = stranger;
    expect(await authenticateAnew(await assertion({}, { key: privateJwk, alg: 'ES256', kid }))).toMatchObject({
      error: 'invalid_client',
    });
    expect(
      await authenticateAnew(await assertion({}, { key: privateJwk, alg: 'ES256', kid: signer.kid })),
    ).toMatchObject({ error: 'invalid_client' });
  });

  it('T3 O7 is not authenticated by alg none, or by an HMAC under its public key', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none' })}.${part(good)}.`;
    const secretKey = Buffer.from(JSON.stringify(signer.publicJwk));
    const hmac = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: signer.kid }).sign(secretKey);
    for (const forged of [none, hmac])
      expect(await authenticateAnew(forged)).toMatchObject({ error: 'invalid_client' });
  });

  it('T3 is told what is wrong with the form', async () => {
    const client_assertion = await assertion();
    expect(await authenticateAnew(client_assertion, { client_assertion_type: 'x' })).toMatchObject({
      error: 'invalid_request',
    });
    expect(await authenticateAnew(client_assertion, { client_id: 'ledger' })).toMatchObject({
      error: 'invalid_request',
    });
  });
});
