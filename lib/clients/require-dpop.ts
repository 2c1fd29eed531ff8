import { readDpopProof } from '../oauth/dpop.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';
import { now } from '../process/clock.ts';
import { issuer } from '../process/environment.ts';
import { database } from '../storage/database.ts';
import { claimOnce } from '../storage/used-tokens.ts';
import { currentNonce, isNonce, nonceLife } from './dpop-nonce.ts';

/** The key that a request was shown to come from, or none. */
export type SenderKey = { outcome: 'proved'; thumbprint: string | undefined };

/** Reads the DPoP header of a request to one of our addresses, if it has one; each proof is good once, on all instances. */
export async function readSenderKey(request: Request, accessToken?: string): Promise<SenderKey | TokenError> {
  const header = request.headers.get('dpop');
  if (header === null) return { outcome: 'proved', thumbprint: undefined };
  const at = now();
  const proof = await readDpopProof(header, {
    method: request.method,
    // The path that was asked for, at the origin that is ours: what stands before us may have its own.
    url: issuer() + new URL(request.url).pathname,
    now: at,
    isNonce: (nonce) => isNonce(nonce, at),
    ...(accessToken !== undefined && { accessToken }),
  });
  if (proof.outcome === 'refused') return proof;
  const isFirst = await claimOnce(database(), ['dpop', proof.thumbprint, proof.jti], at + 2 * nonceLife);
  return isFirst
    ? { outcome: 'proved', thumbprint: proof.thumbprint }
    : tokenError('invalid_dpop_proof', 'the DPoP proof was used before');
}

/** The nonce for the next proof, for whoever uses DPoP (RFC 9449 §8.2). */
export const nonceHeader = (request: Request): Record<string, string> =>
  request.headers.has('dpop') ? { 'DPoP-Nonce': currentNonce(now()) } : {};
