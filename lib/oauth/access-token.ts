import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { namedKeyOf, signEs256, verifyEs256 } from './signed-token.ts';

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

const typ = 'at+jwt';

/** A JWT access token, ES256, `typ: at+jwt` (RFC 9068). */
export const signAccessToken = (claims: AccessTokenClaims, { kid, key }: { kid: string; key: KeyObject }): string =>
  signEs256(
    {
      client_id: claims.clientId,
      scope: claims.scope,
      ...(claims.senderKey !== undefined && { cnf: { jkt: claims.senderKey } }),
      ...(claims.consent && {
        consent_id: claims.consent.id,
        fdxConsentId: claims.consent.id,
        authorization_details: claims.consent.authorizationDetails,
      }),
      jti: claims.id,
      iss: claims.issuer,
      aud: claims.audience,
      sub: claims.subject,
      iat: claims.issuedAt,
      exp: claims.expiresAt,
    },
    { kid, key, typ },
  );

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

/** The key that a token says it was signed with. Nothing is verified. */
export const signingKeyOf = (token: string): string | undefined => namedKeyOf(token, typ);

/** What a token says that this key has signed; undefined for any other. When it expires is not checked. */
export function verifyAccessToken(token: string, key: KeyObject): AccessToken | undefined {
  const verified = verifyEs256(token, { typ, key });
  return accessToken.safeParse(verified).data;
}

/** True while a token of this issuer is good. Whether it was revoked is not checked. `now` in epoch seconds. */
export const isInForce = ({ iss, exp }: AccessToken, { issuer, now }: { issuer: string; now: number }): boolean =>
  iss === issuer && exp > now;
