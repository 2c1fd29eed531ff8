import { createPrivateKey, createPublicKey } from 'node:crypto';
import { decodeProtectedHeader, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { isInForce, signAccessToken, signingKeyOf, verifyAccessToken } from './access-token.ts';
import { generateSigningKey } from './json-web-key.ts';

const issuedAt = Math.floor(Date.now() / 1000);
const authorizationDetails = [{ type: 'fdx_v1.0', resources: [] }];
const claims = {
  id: 'token-1',
  issuer: 'https://consent.bank.example',
  audience: 'https://api.bank.example',
  subject: 'pairwise',
  clientId: 'ledger',
  scope: 'ACCOUNT_BASIC TRANSACTIONS',
  consent: { id: 'consent-1', authorizationDetails },
  issuedAt,
  expiresAt: issuedAt + 900,
};

let pair: Awaited<ReturnType<typeof generateSigningKey>>;
let token: string;

beforeAll(async () => {
  pair = await generateSigningKey();
  token = signAccessToken(claims, { kid: pair.kid, key: createPrivateKey({ key: pair.privateJwk, format: 'jwk' }) });
});

describe('an access token', () => {
  it('T9 is an at+jwt that the public key verifies, with issuer, audience and consent', async () => {
    const { payload, protectedHeader } = await jwtVerify(token, await importJWK(pair.publicJwk), {
      typ: 'at+jwt',
      algorithms: ['ES256'],
      issuer: claims.issuer,
      audience: claims.audience,
    });
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: pair.kid });
    expect(payload).toEqual({
      jti: 'token-1',
      iss: claims.issuer,
      aud: claims.audience,
      sub: 'pairwise',
      client_id: 'ledger',
      scope: 'ACCOUNT_BASIC TRANSACTIONS',
      consent_id: 'consent-1',
      fdxConsentId: 'consent-1',
      authorization_details: authorizationDetails,
      iat: issuedAt,
      exp: issuedAt + 900,
    });
  });

  it('T9 is not verified when a claim is changed', async () => {
    const [header, payload = '', signature] = token.split('.');
    const changed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), scope: 'STATEMENTS' };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    await expect(jwtVerify(forged, await importJWK(pair.publicJwk))).rejects.toThrow();
  });

  it('T9 is not verified by another key', async () => {
    const { publicKey } = await generateKeyPair('ES256');
    await expect(jwtVerify(token, publicKey)).rejects.toThrow();
  });

  it('O7 points to no key of its own', () => {
    expect(Object.keys(decodeProtectedHeader(token)).sort()).toEqual(['alg', 'kid', 'typ']);
  });
});

describe('a token that is sent to us', () => {
  const read = (sent: string) => verifyAccessToken(sent, createPublicKey({ key: pair.publicJwk, format: 'jwk' }));
  const signed = async (header: object, change: object = {}) =>
    new SignJWT({ client_id: 'ledger', scope: 'x', jti: 'j', iss: 'i', sub: 's', aud: 'a', iat: 1, exp: 2, ...change })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: pair.kid, ...header })
      .sign(await importJWK(pair.privateJwk, 'ES256'));

  it('T9 says what we have signed, and who signed it', () => {
    expect(read(token)).toMatchObject({ jti: 'token-1', client_id: 'ledger', consent_id: 'consent-1' });
    expect(signingKeyOf(token)).toBe(pair.kid);
  });

  it('T9 is read when another library has signed the same, and not as another kind of token', async () => {
    expect(read(await signed({}))).toMatchObject({ jti: 'j' });
    for (const header of [{ typ: 'JWT' }, { typ: undefined }, { kid: undefined }, { crit: ['b64'], b64: true }])
      expect(read(await signed(header)), JSON.stringify(header)).toBeUndefined();
    for (const change of [{ exp: undefined }, { jti: 1 }, { aud: ['a'] }])
      expect(read(await signed({}, change)), JSON.stringify(change)).toBeUndefined();
  });

  it('T9 is not read without a signature, under another algorithm, or spelt otherwise', () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const write = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = { typ: 'at+jwt', kid: pair.kid };
    const last =
      signature.slice(0, -1) + (signature.endsWith('A') ? 'B' : String.fromCharCode(signature.charCodeAt(85) + 1));
    const faulty = [
      `${write({ ...none, alg: 'none' })}.${payload}.`,
      `${write({ ...none, alg: 'HS256' })}.${payload}.${signature}`,
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `${header}.${payload}.${signature}.`,
      `${header}.${payload}.${signature}=`,
      `${header}.${payload}.${last}`,
      `${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`,
      '',
      '..',
    ];
    for (const sent of faulty) expect(read(sent), sent.slice(-90)).toBeUndefined();
  });

  it('T9 is in force until it expires, for its issuer alone', () => {
    const { issuer } = claims;
    const said = { iss: issuer, exp: 100 } as never;
    expect(isInForce(said, { issuer, now: 99 })).toBe(true);
    expect(isInForce(said, { issuer, now: 100 })).toBe(false);
    expect(isInForce(said, { issuer: 'https://other.example', now: 99 })).toBe(false);
  });
});

describe('a signing key', () => {
  it('O7 has a thumbprint of its own as its id, and says what it is for', async () => {
    const other = await generateSigningKey();
    expect(pair.kid).toMatch(/^[\w-]{43}$/);
    expect(other.kid).not.toBe(pair.kid);
    expect(pair.publicJwk).toMatchObject({ kid: pair.kid, alg: 'ES256', use: 'sig', kty: 'EC', crv: 'P-256' });
  });

  it('O7 keeps its private part out of the public key', () => {
    expect(pair.publicJwk).not.toHaveProperty('d');
    expect(pair.privateJwk).toHaveProperty('d');
  });
});
