import { SignJWT } from 'jose';

/** What an access token says (RFC 9068 §2.2); times in epoch seconds. */
export interface AccessTokenClaims {
  id: string;
  issuer: string;
  audience: string;
  subject: string;
  clientId: string;
  scope: string;
  consentId: string;
  issuedAt: number;
  expiresAt: number;
}

/** A JWT access token, ES256, `typ: at+jwt` (RFC 9068). */
export const signAccessToken = (claims: AccessTokenClaims, { kid, key }: { kid: string; key: CryptoKey }) =>
  new SignJWT({ client_id: claims.clientId, scope: claims.scope, consent_id: claims.consentId })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
    .setJti(claims.id)
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setSubject(claims.subject)
    .setIssuedAt(claims.issuedAt)
    .setExpirationTime(claims.expiresAt)
    .sign(key);
