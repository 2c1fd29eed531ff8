import { compactVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { decodeClaims } from './json-web-token.ts';
import { signatureAlgorithms } from './signature-algorithms.ts';

/** RFC 7523 §2.2. */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Both in seconds. FAPI 2.0 §5.3.2.1: a clock may be 10 seconds ahead, and not 60. */
const longestLife = 600;
const clockSkew = 30;

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  // RFC 7523bis, FAPI 2.0 §5.3.2.1: the issuer, as a single string.
  aud: z.string(),
  exp: z.int(),
  iat: z.int().optional(),
  nbf: z.int().optional(),
  jti: z.string().min(1).max(256),
});

/** Why an assertion is refused. */
export type AssertionFault =
  | 'assertion-badly-signed'
  | 'assertion-incomplete'
  | 'assertion-of-another-client'
  | 'assertion-for-another-server'
  | 'assertion-expired'
  | 'assertion-lives-too-long'
  | 'assertion-of-the-future';

type AssertionReading =
  | { outcome: 'proved'; jti: string; expiresAt: number }
  | { outcome: 'refused'; reason: AssertionFault };

const refused = (reason: AssertionFault): AssertionReading => ({ outcome: 'refused', reason });

/** The client that an assertion claims to be from. Nothing is verified. */
export function claimedClientOf(assertion: string): string | undefined {
  const { sub } = decodeClaims(assertion) ?? {};
  return typeof sub === 'string' && sub !== '' ? sub : undefined;
}

/** Verifies a JWT signed by the client's key (RFC 7523 §3). The caller checks that its `jti` is new. */
export async function readClientAssertion(
  assertion: string,
  { clientId, issuer, now, keys }: { clientId: string; issuer: string; now: number; keys: JWTVerifyGetKey },
): Promise<AssertionReading> {
  try {
    await compactVerify(assertion, keys, { algorithms: [...signatureAlgorithms] });
  } catch {
    return refused('assertion-badly-signed');
  }
  const parsed = claims.safeParse(decodeClaims(assertion));
  if (!parsed.success) return refused('assertion-incomplete');
  const { iss, sub, aud, exp, iat = now, nbf = now, jti } = parsed.data;
  if (iss !== clientId || sub !== clientId) return refused('assertion-of-another-client');
  if (aud !== issuer) return refused('assertion-for-another-server');
  if (exp <= now) return refused('assertion-expired');
  if (exp > now + longestLife) return refused('assertion-lives-too-long');
  if (iat > now + clockSkew || nbf > now + clockSkew) return refused('assertion-of-the-future');
  return { outcome: 'proved', jti, expiresAt: exp };
}
