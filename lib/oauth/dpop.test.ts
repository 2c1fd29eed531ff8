import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { type ProofContext, proofErrorOf, readDpopProof } from './dpop.ts';
import { signatureAlgorithms } from './signature-algorithms.ts';

const now = 1_773_327_600;
const url = 'https://consent.maple.example/token';
const context: ProofContext = { method: 'POST', url, now, isNonce: (nonce) => nonce === 'fresh' };
const keyPairs = Object.fromEntries(
  await Promise.all(
    [...signatureAlgorithms, 'ES384'].map(async (alg) => [alg, await generateKeyPair(alg, { extractable: true })]),
  ),
) as Record<string, Awaited<ReturnType<typeof generateKeyPair>>>;

interface Change {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  alg?: string;
}

async function proof({ header = {}, claims = {}, alg = 'ES256' }: Change = {}): Promise<string> {
  const { publicKey, privateKey } = keyPairs[alg] as Awaited<ReturnType<typeof generateKeyPair>>;
  const good = { jti: 'one', htm: 'POST', htu: url, iat: now, nonce: 'fresh' };
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg, typ: 'dpop+jwt', jwk: (await exportJWK(publicKey)) as never, ...header })
    .sign(privateKey);
}

/** The proof of a header, or what its sender is told. */
async function readHeader(header: string, more: Partial<ProofContext> = {}) {
  const reading = await readDpopProof(header, { ...context, ...more });
  return reading.outcome === 'refused' ? proofErrorOf(reading.reason) : reading;
}
const read = async (change: Change, more: Partial<ProofContext> = {}) => readHeader(await proof(change), more);

describe('a DPoP proof', () => {
  it.each(signatureAlgorithms)('T10 O2 is good when a key of %s has signed it', async (alg) => {
    expect(await read({ alg })).toMatchObject({ outcome: 'proved', jti: 'one', thumbprint: expect.any(String) });
  });

  it('T10 names the key by its thumbprint (RFC 7638)', async () => {
    const { crv, kty, x, y } = await exportJWK((keyPairs.ES256 as { publicKey: CryptoKey }).publicKey);
    const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    expect(await read({})).toMatchObject({ thumbprint });
  });

  it.each<[string, Change]>([
    ['a query in its address', { claims: { htu: `${url}?a=b#c` } }],
    ['an address spelt otherwise', { claims: { htu: 'HTTPS://CONSENT.maple.example:443/token' } }],
    ['a clock that is slow', { claims: { iat: now - 290 } }],
    ['a clock that is fast', { claims: { iat: now + 290 } }],
  ])('T10 is good with %s', async (_, change) => {
    expect(await read(change)).toMatchObject({ outcome: 'proved' });
  });

  it.each<[string, Change]>([
    ['another type', { header: { typ: 'JWT' } }],
    ['no type', { header: { typ: undefined } }],
    ['no key', { header: { jwk: undefined } }],
    ['an algorithm that is not for it', { alg: 'ES384' }],
    ['another method', { claims: { htm: 'GET' } }],
    ['the method in lower case', { claims: { htm: 'post' } }],
    ['another address', { claims: { htu: 'https://consent.maple.example/par' } }],
    ['another host', { claims: { htu: 'https://evil.example/token' } }],
    ['an address that is none', { claims: { htu: 'token' } }],
    ['no time', { claims: { iat: undefined } }],
    ['an old time', { claims: { iat: now - 301 } }],
    ['a time to come', { claims: { iat: now + 301 } }],
    ['no id', { claims: { jti: undefined } }],
    ['an id that is too long', { claims: { jti: 'x'.repeat(257) } }],
    ['the hash of a token that is not there', { claims: { ath: 'x' } }],
  ])('T10 is not good with %s', async (_, change) => {
    expect(await read(change)).toMatchObject({ outcome: 'refused', error: 'invalid_dpop_proof' });
  });

  it('T10 is not good with the private key in its header', async () => {
    const jwk = await exportJWK((keyPairs.ES256 as { privateKey: CryptoKey }).privateKey);
    expect(await read({ header: { jwk } })).toMatchObject({ error: 'invalid_dpop_proof' });
  });

  it('T10 is not good under the key of another', async () => {
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    expect(await read({ header: { jwk: await exportJWK(publicKey) } })).toMatchObject({ error: 'invalid_dpop_proof' });
  });

  it('T10 is not good without a signature, or by a secret', async () => {
    const [header = '', payload = ''] = (await proof()).split('.');
    const { jwk } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { jwk: JWK };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none', typ: 'dpop+jwt', jwk })}.${payload}.`;
    const secret = await new SignJWT({ jti: 'one', htm: 'POST', htu: url, iat: now, nonce: 'fresh' })
      .setProtectedHeader({ alg: 'HS256', typ: 'dpop+jwt', jwk: { kty: 'oct', k: 'AAAA' } as never })
      .sign(new Uint8Array(32));
    for (const forged of [none, secret, `${header}.${payload}.`])
      expect(await readHeader(forged)).toMatchObject({ error: 'invalid_dpop_proof' });
  });

  it('T10 is given once', async () => {
    expect(await readHeader(`${await proof()}, ${await proof()}`)).toMatchObject({
      error: 'invalid_dpop_proof',
    });
  });

  it.each([
    ['none', undefined],
    ['an old one', 'stale'],
  ])('T10 is asked again for with a nonce: %s', async (_, nonce) => {
    expect(await read({ claims: { nonce } })).toMatchObject({ error: 'use_dpop_nonce' });
  });

  it('T10 that lacks a claim is told which', async () => {
    for (const claim of ['jti', 'htm', 'htu', 'iat'])
      expect(await read({ claims: { [claim]: undefined } })).toMatchObject({
        error: 'invalid_dpop_proof',
        description: `the DPoP proof has no valid ${claim}`,
      });
  });

  it('T10 comes with the hash of the token that it is for', async () => {
    const ath = createHash('sha256').update('the token').digest('base64url');
    expect(await read({ claims: { ath } }, { accessToken: 'the token' })).toMatchObject({ outcome: 'proved' });
    expect(await read({ claims: { ath } }, { accessToken: 'another' })).toMatchObject({ error: 'invalid_dpop_proof' });
    expect(await read({}, { accessToken: 'the token' })).toMatchObject({ error: 'invalid_dpop_proof' });
  });
});
