import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registeredRecipient, secret } from '../test-world/registration.ts';
import { authenticateClient } from './client-authentication.ts';

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
    jwks: { keys: [{ kty: 'EC' }] },
  }),
];

// RFC 6749 §2.3.1: application/x-www-form-urlencoded, each half on its own.
const formEncode = (value: string) => new URLSearchParams({ v: value }).toString().slice(2);
const join = (clientId: string, password: string) =>
  `Basic ${Buffer.from(`${clientId}:${password}`).toString('base64')}`;
const basic = (clientId: string, password: string) => join(formEncode(clientId), formEncode(password));

function authenticate(authorization: string | null, form: Record<string, string> = {}) {
  return authenticateClient(authorization, new URLSearchParams(form), (id) =>
    clients.find(({ clientId }) => clientId === id),
  );
}

describe('a client', () => {
  it('T2 is authenticated by Basic, with its id in the form or not', () => {
    const authenticated = { outcome: 'authenticated', client: { clientId: 'ledger' } };
    expect(authenticate(basic('ledger', secret))).toMatchObject(authenticated);
    expect(authenticate(basic('ledger', secret), { client_id: 'ledger' })).toMatchObject(authenticated);
    expect(authenticate(basic('ledger', secret).replace('Basic', 'bASIC '))).toMatchObject(authenticated);
  });

  it('T2 is authenticated by its secret in the form', () => {
    expect(authenticate(null, { client_id: 'poster', client_secret: secret })).toMatchObject({
      outcome: 'authenticated',
      client: { clientId: 'poster' },
    });
  });

  it('T2 that is public says who it is', () => {
    expect(authenticate(null, { client_id: 'public' })).toMatchObject({
      outcome: 'authenticated',
      client: { clientId: 'public' },
    });
  });

  it('T2 is authenticated by Basic whatever characters its id and secret hold', () => {
    const reserved = fc.string({ unit: fc.constantFrom(...'%+&=:#?/ éÿ€\u{1f511}aZ0'), minLength: 1 });
    const any = fc.oneof(reserved, fc.string({ unit: 'grapheme', minLength: 1 }));
    const encodings = fc.constantFrom(formEncode, (value: string) => encodeURIComponent(value));
    fc.assert(
      fc.property(any, any, encodings, (clientId, password, encode) => {
        const client = registeredRecipient({
          client_secret_sha256: createHash('sha256').update(password).digest('hex'),
        });
        const header = join(encode(clientId), encode(password));
        const found = authenticateClient(header, new URLSearchParams(), (id) => (id === clientId ? client : undefined));
        expect(found).toEqual({ outcome: 'authenticated', client });
      }),
    );
  });

  it('T2 is authenticated by Basic with a colon or an ampersand that it did not encode', () => {
    const password = 'a:b&c=d:';
    const client = registeredRecipient({ client_secret_sha256: createHash('sha256').update(password).digest('hex') });
    const authentication = authenticateClient(join('ledger', password), new URLSearchParams(), () => client);
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
    ['sends an assertion, which is not read', null, { client_id: 'signer', client_assertion: 'x.y.z' }],
    ['is named in another case', basic('LEDGER', secret), {}],
    ['sends something that is not Basic', 'Bearer token', {}],
    ['sends Basic without credentials', 'Basic', {}],
    ['sends Basic that is not base64', 'Basic ???', {}],
    ['sends Basic without a colon', `Basic ${Buffer.from('ledger').toString('base64')}`, {}],
    ['sends an empty header', '', {}],
  ])('T2 because it %s is told the same text as any other', (_, authorization, form) => {
    expect(authenticate(authorization, form)).toMatchObject(failed);
  });

  it('T2 is told to use Basic when it used the Authorization header, and only then', () => {
    expect(authenticate(basic('ledger', 'wrong'))).toMatchObject({ challenge: true });
    expect(authenticate('Bearer token')).toMatchObject({ challenge: true });
    const posted = authenticate(null, { client_id: 'poster', client_secret: 'wrong' });
    expect(posted.outcome === 'refused' && posted.challenge).toBeFalsy();
  });

  it('T2 does not say who it is', () => {
    expect(authenticate(null)).toMatchObject({ outcome: 'refused', error: 'invalid_client' });
    expect(authenticate(null, { client_secret: secret })).toMatchObject({
      outcome: 'refused',
      error: 'invalid_client',
    });
  });

  it('T2 is never an exception, whatever the header holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const encoded = Buffer.from(text).toString('base64');
        for (const header of [text, `Basic ${text}`, `Basic ${encoded}`])
          expect(authenticate(header)).toMatchObject({ outcome: 'refused' });
      }),
    );
  });
});

describe('two methods of authentication at once', () => {
  const wrong = { outcome: 'refused', error: 'invalid_request' };

  it('T2 are an invalid request: Basic and a posted secret, right or wrong', () => {
    expect(authenticate(basic('ledger', secret), { client_secret: secret })).toMatchObject(wrong);
    expect(authenticate(basic('ledger', 'wrong'), { client_secret: 'wrong' })).toMatchObject(wrong);
  });

  it('T2 are an invalid request: Basic and an assertion', () => {
    expect(authenticate(basic('ledger', secret), { client_assertion: 'x.y.z' })).toMatchObject(wrong);
  });

  it('T2 are an invalid request: a posted secret and an assertion', () => {
    const form = { client_id: 'poster', client_secret: secret, client_assertion: 'x.y.z' };
    expect(authenticate(null, form)).toMatchObject(wrong);
  });

  it('T2 are an invalid request when Basic and the form name two clients', () => {
    expect(authenticate(basic('ledger', secret), { client_id: 'public' })).toMatchObject(wrong);
  });
});
