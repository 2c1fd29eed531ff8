import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Seconds that an access token lives (FDX). */
export const accessTokenLife = 900;

/** What an access token says (RFC 9068 §2.2, FDX JWT profile); times in epoch seconds. */
interface AccessTokenClaims {
  id: string;
  issuer: string;
  audience: string;
  subject: string;
  clientId: string;
  scope: string;
  /** The consent and what it gives access to (RFC 9396 §9.1). A client's own token has neither. */
  consent?: { id: string; authorizationDetails: object[] };
  /** The thumbprint of the key that the token is bound to (RFC 9449 §6.1). */
  senderKey?: string | undefined;
  issuedAt: number;
  expiresAt: number;
}

/** A JWT access token, ES256, `typ: at+jwt` (RFC 9068). */
export const signAccessToken = (claims: AccessTokenClaims, { kid, key }: { kid: string; key: CryptoKey }) =>
  new SignJWT({
    client_id: claims.clientId,
    scope: claims.scope,
    ...(claims.senderKey !== undefined && { cnf: { jkt: claims.senderKey } }),
    ...(claims.consent && {
      consent_id: claims.consent.id,
      fdxConsentId: claims.consent.id,
      authorization_details: claims.consent.authorizationDetails,
    }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setJti(claims.id)
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setSubject(claims.subject)
    .setIssuedAt(claims.issuedAt)
    .setExpirationTime(claims.expiresAt)
    .sign(key);

const accessToken = z.object({
  iss: z.string(),
  jti: z.string(),
  sub: z.string(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  client_id: z.string(),
  scope: z.string(),
  consent_id: z.string().optional(),
  cnf: z.object({ jkt: z.string() }).optional(),
});
export type AccessToken = z.infer<typeof accessToken>;

/**
 * The claims of a token that this issuer signed and that has not expired. Whether it was revoked is not checked. `now`
 * in epoch seconds.
 */
export async function readAccessToken(
  token: string,
  keys: JSONWebKeySet,
  { issuer, now }: { issuer: string; now: number },
): Promise<AccessToken | undefined> {
  try {
    const options = { issuer, typ: 'at+jwt', algorithms: ['ES256'], currentDate: new Date(now * 1000) };
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), options);
    return accessToken.parse(payload);
  } catch {
    return undefined;
  }
}
