import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, type JWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { signatureAlgorithms } from './signature-algorithms.ts';
import { type TokenError, tokenError } from './token-error.ts';

/** What a proof must match: the request, a current nonce, and the access token that comes with it, if any. */
export interface ProofContext {
  method: string;
  /** The address without query and fragment. */
  url: string;
  now: number;
  isNonce: (nonce: string) => boolean;
  accessToken?: string;
}

/** A key that the sender has proved to hold (RFC 9449 §4.2). The caller checks that the `jti` is new. */
export interface Proof {
  outcome: 'proved';
  thumbprint: string;
  jti: string;
}

const claims = z.object({
  jti: z.string().min(1).max(256),
  htm: z.string(),
  htu: z.string(),
  iat: z.int(),
  nonce: z.string().optional(),
  ath: z.string().optional(),
});

/** Seconds by which the sender's clock may differ. The nonce is what makes a proof fresh. */
const clockSkew = 300;

type ProofClaim = keyof typeof claims.shape;

/** Why a proof is refused. */
export type ProofFault =
  | 'given-twice'
  | 'badly-signed'
  | `no-valid-${ProofClaim}`
  | 'other-method'
  | 'other-address'
  | 'not-of-now'
  | 'other-token'
  | 'used-before'
  | 'nonce-required';

const descriptions: Record<Exclude<ProofFault, 'nonce-required'>, string> = {
  'given-twice': 'is given more than once',
  'badly-signed': 'is not signed as it should be',
  'no-valid-jti': 'has no valid jti',
  'no-valid-htm': 'has no valid htm',
  'no-valid-htu': 'has no valid htu',
  'no-valid-iat': 'has no valid iat',
  'no-valid-nonce': 'has no valid nonce',
  'no-valid-ath': 'has no valid ath',
  'other-method': 'is for another method',
  'other-address': 'is for another address',
  'not-of-now': 'is not of now',
  'other-token': 'is not for this access token',
  'used-before': 'was used before',
};

/** What the sender of a proof is told (RFC 9449 §5, §8). */
export const proofErrorOf = (fault: ProofFault): TokenError =>
  fault === 'nonce-required'
    ? tokenError('use_dpop_nonce', 'use the nonce of DPoP-Nonce')
    : tokenError('invalid_dpop_proof', `the DPoP proof ${descriptions[fault]}`);

const refused = (reason: ProofFault) => ({ outcome: 'refused', reason }) as const;

/** Checks the one DPoP header of a request, in the order of RFC 9449 §4.3. */
export async function readDpopProof(
  header: string,
  context: ProofContext,
): Promise<Proof | { outcome: 'refused'; reason: ProofFault }> {
  // Two headers of one name arrive joined by a comma.
  if (header.includes(',')) return refused('given-twice');
  const read = await verify(header);
  if (!read) return refused('badly-signed');
  const { jwk, payload } = read;
  const parsed = claims.safeParse(payload);
  if (!parsed.success) return refused(`no-valid-${parsed.error.issues[0]?.path[0] as ProofClaim}`);
  const { htm, htu, iat, nonce, ath, jti } = parsed.data;
  if (htm !== context.method) return refused('other-method');
  if (withoutQuery(htu) !== withoutQuery(context.url)) return refused('other-address');
  if (Math.abs(iat - context.now) > clockSkew) return refused('not-of-now');
  if (ath !== (context.accessToken === undefined ? undefined : hashOf(context.accessToken)))
    return refused('other-token');
  // RFC 9449 §8: checked last, so that only a sender with a valid proof is given a nonce.
  if (nonce === undefined || !context.isNonce(nonce)) return refused('nonce-required');
  return { outcome: 'proved', thumbprint: await calculateJwkThumbprint(jwk), jti };
}

async function verify(proof: string): Promise<{ jwk: JWK; payload: unknown } | undefined> {
  try {
    // EmbeddedJWK refuses a private key. The claims are checked by readDpopProof, in its order.
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...signatureAlgorithms],
      clockTolerance: clockSkew,
    });
    return protectedHeader.jwk && { jwk: protectedHeader.jwk, payload };
  } catch {
    return undefined;
  }
}

// RFC 9449 §4.3: query and fragment are ignored; spelling is normalized as RFC 3986 §6.2.2 and §6.2.3 have it.
function withoutQuery(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
