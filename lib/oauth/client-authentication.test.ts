import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { registeredRecipient, secret } from '../../test/world/registration.ts';
import type { Recipient } from '../registry/recipient.ts';
import { assertionType } from './client-assertion.ts';
import { type AuthenticationFault, authenticateClient } from './client-authentication.ts';
import { generateSigningKey } from './json-web-key.ts';
import { signatureAlgorithms } from './signature-algorithms.ts';

const issuer = 'https://consent.maple.example';
const now = 1_773_327_600;
const signer = await generateSigningKey();
const stranger = await generateSigningKey();

const clients = [
  registeredRecipient(),
  registeredRecipient({ client_id: 'poster', token_endpoint_auth_method: 'client_secret_post' }),
  registeredRecipient({ client_id: 'public', token_endpoint_auth_method: 'none', client_secret_sha256: undefined }),
  registeredRecipient({ client_id: 'suspended', status: 'suspended' }),
  registeredRecipient({ client_id: 'suspended-public', token_endpoint_auth_method: 'none', status: 'suspended' }),
  registeredRecipient({
    client_id: 'signer',
    token_endpoint_auth_method: 'private_key_jwt',
    client_secret_sha256: undefined,
    jwks: { keys: [signer.publicJwk] },
  }),
];

// RFC 6749 §2.3.1: application/x-www-form-urlencoded, each half on its own.
const formEncode = (value: string) => new URLSearchParams({ v: value }).toString().slice(2);
const join = (clientId: string, password: string) =>
  `Basic ${Buffer.from(`${clientId}:${password}`).toString('base64')}`;
const basic = (clientId: string, password: string) => join(formEncode(clientId), formEncode(password));

const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"signer"}')}.`;

const contextFor = (findClient: (clientId: string) => Recipient | undefined) => {
  const seen = new Set<string>();
  return {
    findClient,
    issuer,
    now,
    keysOf: ({ jwks }: Recipient) => jwks && createLocalJWKSet(jwks),
    isFirstUse: async (clientId: string, jti: string) => {
      const isFirst = !seen.has(clientId + jti);
      seen.add(clientId + jti);
      return isFirst;
    },
    explain: () => {},
  };
};
const context = contextFor((id) => clients.find(({ clientId }) => clientId === id));

const authenticate = (authorization: string | null, form: Record<string, string> = {}) =>
  authenticateClient(authorization, new URLSearchParams(form), context);

describe('a client', () => {
  it('T2 is authenticated by Basic, with its id in the form or not', async () => {
    const authenticated = { outcome: 'authenticated', client: { clientId: 'ledger' } };
    expect(await authenticate(basic('ledger', secret))).toMatchObject(authenticated);
    expect(await authenticate(basic('ledger', secret), { client_id: 'ledger' })).toMatchObject(authenticated);
    expect(await authenticate(basic('ledger', secret).replace('Basic', 'bASIC '))).toMatchObject(authenticated);
  });

  it('T2 is authenticated by its secret in the form', async () => {
    expect(await authenticate(null, { client_id: 'poster', client_secret: secret })).toMatchObject({
      outcome: 'authenticated',
      client: { clientId: 'poster' },
    });
  });

  it('T2 that is public says who it is', async () => {
    expect(await authenticate(null, { client_id: 'public' })).toMatchObject({
      outcome: 'authenticated',
      client: { clientId: 'public' },
    });
  });

  it('T2 is authenticated by Basic whatever characters its id and secret hold', async () => {
    const reserved = fc.string({ unit: fc.constantFrom(...'%+&=:#?/ éÿ€\u{1f511}aZ0'), minLength: 1 });
    const any = fc.oneof(reserved, fc.string({ unit: 'grapheme', minLength: 1 }));
    const encodings = fc.constantFrom(formEncode, (value: string) => encodeURIComponent(value));
    await fc.assert(
      fc.asyncProperty(any, any, encodings, async (clientId, password, encode) => {
        const client = registeredRecipient({
          client_secret_sha256: createHash('sha256').update(password).digest('hex'),
        });
        const header = join(encode(clientId), encode(password));
        const one = contextFor((id) => (id === clientId ? client : undefined));
        const found = await authenticateClient(header, new URLSearchParams(), one);
        expect(found).toEqual({ outcome: 'authenticated', client });
      }),
    );
  });

  it('T2 is authenticated by Basic with a colon or an ampersand that it did not encode', async () => {
    const password = 'a:b&c=d:';
    const client = registeredRecipient({ client_secret_sha256: createHash('sha256').update(password).digest('hex') });
    const one = contextFor(() => client);
    const authentication = await authenticateClient(join('ledger', password), new URLSearchParams(), one);
    expect(authentication.outcome).toBe('authenticated');
  });
});

describe('a client that is not authenticated', () => {
  const failed = { outcome: 'refused', error: 'invalid_client', description: 'client authentication failed' };

  it.each<[string, string | null, Record<string, string>]>([
    ['is unknown', basic('nobody', secret), {}],
    ['has the wrong secret', basic('ledger', 'wrong'), {}],
    ['has an empty secret', basic('ledger', ''), {}],
    ['has the hash of the secret', basic('ledger', registeredRecipient().clientSecretSha256 ?? ''), {}],
    ['is suspended', basic('suspended', secret), {}],
    ['posts its secret but has registered Basic', null, { client_id: 'ledger', client_secret: secret }],
    ['uses Basic but has registered to post', basic('poster', secret), {}],
    ['sends no secret but has one', null, { client_id: 'poster' }],
    ['sends an empty secret but has one', null, { client_id: 'poster', client_secret: '' }],
    ['posts the wrong secret', null, { client_id: 'poster', client_secret: 'wrong' }],
    ['is public but sends a secret', null, { client_id: 'public', client_secret: 'x' }],
    ['is public but uses Basic', basic('public', ''), {}],
    ['is public and suspended', null, { client_id: 'suspended-public' }],
    ['must sign but says only who it is', null, { client_id: 'signer' }],
    ['must sign but sends a secret', null, { client_id: 'signer', client_secret: secret }],
    ['sends an assertion that is no JWT', null, { client_assertion: 'x.y.z', client_assertion_type: assertionType }],
    ['is named in another case', basic('LEDGER', secret), {}],
    ['sends something that is not Basic', 'Bearer token', {}],
    ['sends Basic without credentials', 'Basic', {}],
    ['sends Basic that is not base64', 'Basic ???', {}],
    ['sends Basic without a colon', `Basic ${Buffer.from('ledger').toString('base64')}`, {}],
    ['sends an empty header', '', {}],
  ])('T2 because it %s is told the same text as any other', async (_, authorization, form) => {
    expect(await authenticate(authorization, form)).toMatchObject(failed);
  });

  it('T2 is told to use Basic when it used the Authorization header, and only then', async () => {
    expect(await authenticate(basic('ledger', 'wrong'))).toMatchObject({ challenge: true });
    expect(await authenticate('Bearer token')).toMatchObject({ challenge: true });
    const posted = await authenticate(null, { client_id: 'poster', client_secret: 'wrong' });
    expect(posted.outcome === 'refused' && posted.challenge).toBeFalsy();
  });

  it('T2 does not say who it is', async () => {
    expect(await authenticate(null)).toMatchObject({ outcome: 'refused', error: 'invalid_client' });
    expect(await authenticate(null, { client_secret: secret })).toMatchObject({
      outcome: 'refused',
      error: 'invalid_client',
    });
  });

  it('T2 is never an exception, whatever the header holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const encoded = Buffer.from(text).toString('base64');
        for (const header of [text, `Basic ${text}`, `Basic ${encoded}`])
          expect(await authenticate(header)).toMatchObject({ outcome: 'refused' });
      }),
    );
  });
});

describe('the reason that a client is not authenticated', () => {
  it.each<[AuthenticationFault, string | null, Record<string, string>]>([
    ['unknown-client', basic('nobody', secret), {}],
    ['wrong-secret', basic('ledger', 'wrong'), {}],
    ['client-suspended', basic('suspended', secret), {}],
    ['other-method', null, { client_id: 'ledger' }],
    ['assertion-badly-signed', null, { client_assertion: unsigned, client_assertion_type: assertionType }],
  ])('T2 is for the log: %s', async (reason, authorization, form) => {
    const faults: AuthenticationFault[] = [];
    const explain = (fault: AuthenticationFault) => void faults.push(fault);
    await authenticateClient(authorization, new URLSearchParams(form), { ...context, explain });
    expect(faults).toEqual([reason]);
  });
});

describe('two methods of authentication at once', () => {
  const wrong = { outcome: 'refused', error: 'invalid_request' };

  it('T2 are an invalid request: Basic and a posted secret, right or wrong', async () => {
    expect(await authenticate(basic('ledger', secret), { client_secret: secret })).toMatchObject(wrong);
    expect(await authenticate(basic('ledger', 'wrong'), { client_secret: 'wrong' })).toMatchObject(wrong);
  });

  it('T2 are an invalid request: Basic and an assertion', async () => {
    expect(await authenticate(basic('ledger', secret), { client_assertion: 'x.y.z' })).toMatchObject(wrong);
  });

  it('T2 are an invalid request: a posted secret and an assertion', async () => {
    const form = { client_id: 'poster', client_secret: secret, client_assertion: 'x.y.z' };
    expect(await authenticate(null, form)).toMatchObject(wrong);
  });

  it('T2 are an invalid request when Basic and the form name two clients', async () => {
    expect(await authenticate(basic('ledger', secret), { client_id: 'public' })).toMatchObject(wrong);
  });
});

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
