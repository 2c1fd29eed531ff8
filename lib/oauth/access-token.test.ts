import { decodeProtectedHeader, generateKeyPair, importJWK, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { signAccessToken } from './access-token.ts';
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
  const key = (await importJWK(pair.privateJwk, 'ES256')) as CryptoKey;
  token = await signAccessToken(claims, { kid: pair.kid, key });
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
