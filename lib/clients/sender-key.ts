import { readDpopProof } from '../oauth/dpop.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { takeOnce } from '../storage/used-tokens.ts';
import { currentNonce, isNonce, nonceLife } from './dpop-nonce.ts';

/** The key that a request was shown to come from, or none. */
export type SenderKey = { outcome: 'proved'; thumbprint: string | undefined };

/** Reads the DPoP header of a request, if it has one (RFC 9449 §4.3). A proof is good once, on all instances. */
export async function readSenderKey(
  db: Database,
  request: Request,
  now: number,
  accessToken?: string,
): Promise<SenderKey | TokenError> {
  const header = request.headers.get('dpop');
  if (header === null) return { outcome: 'proved', thumbprint: undefined };
  const proof = await readDpopProof(header, {
    method: request.method,
    // The path that was asked for, at our public origin: a proxy before us may know us by another.
    url: issuer() + new URL(request.url).pathname,
    now,
    isNonce: (nonce) => isNonce(nonce, now),
    ...(accessToken !== undefined && { accessToken }),
  });
  if (proof.outcome === 'refused') return proof;
  const isFirst = await takeOnce(db, ['dpop', proof.thumbprint, proof.jti], now + 2 * nonceLife);
  return isFirst
    ? { outcome: 'proved', thumbprint: proof.thumbprint }
    : tokenError('invalid_dpop_proof', 'the DPoP proof was used before');
}

/** The nonce for the next proof, for whoever uses DPoP (RFC 9449 §8.2). */
export const nonceHeader = (request: Request, now: number): Record<string, string> =>
  request.headers.has('dpop') ? { 'DPoP-Nonce': currentNonce(now) } : {};
