import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authenticate, basic, context, contextFor, formEncode, join } from '../../test/world/authentication.ts';
import { registeredRecipient, secret } from '../../test/world/registration.ts';
import { assertionType } from './client-assertion.ts';
import { type AuthenticationFault, authenticateClient } from './client-authentication.ts';

const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"signer"}')}.`;

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

describe('a client whose secret is being rotated', () => {
  const hashOf = (password: string) => createHash('sha256').update(password).digest('hex');
  const authenticate = async (password: string, hashes: string[]) => {
    const one = contextFor(() => registeredRecipient({ client_secret_sha256: hashes }));
    return (await authenticateClient(join('ledger', password), new URLSearchParams(), one)).outcome;
  };

  it('T2 is authenticated by the old secret and the new one, and by no other', async () => {
    const both = [hashOf('old'), hashOf('new')];
    expect(await authenticate('old', both)).toBe('authenticated');
    expect(await authenticate('new', both)).toBe('authenticated');
    expect(await authenticate('oldnew', both)).toBe('refused');
    expect(await authenticate('', both)).toBe('refused');
    expect(await authenticate('old', [hashOf('new')])).toBe('refused');
  });
});

describe('a client that is not authenticated', () => {
  const failed = { outcome: 'refused', error: 'invalid_client', description: 'client authentication failed' };

  it.each<[string, string | null, Record<string, string>]>([
    ['is unknown', basic('nobody', secret), {}],
    ['has the wrong secret', basic('ledger', 'wrong'), {}],
    ['has an empty secret', basic('ledger', ''), {}],
    ['has the hash of the secret', basic('ledger', registeredRecipient().clientSecretSha256?.[0] ?? ''), {}],
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
