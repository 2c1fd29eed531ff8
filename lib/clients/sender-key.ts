import type { ApiRequest } from '../http/api-exchange.ts';
import { note } from '../log/request-log.ts';
import { type Proof, type ProofFault, proofErrorOf, readDpopProof } from '../oauth/dpop.ts';
import type { TokenError } from '../oauth/token-error.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { claimOnce } from '../storage/used-tokens.ts';
import { currentNonce, isNonce, nonceLife } from './dpop-nonce.ts';

/** Reads the DPoP header of a request, if it has one (RFC 9449 §4.3). Nothing is stored: a proof is spent by `spendProof`. */
export async function readSenderProof(
  request: ApiRequest,
  now: number,
  accessToken?: string,
): Promise<Proof | { outcome: 'absent' } | TokenError> {
  const header = request.headers.get('dpop');
  if (header === null) return { outcome: 'absent' };
  const proof = await readDpopProof(header, {
    method: request.method,
    // The path that was asked for, at our public origin: a proxy before us may know us by another.
    url: issuer() + request.path,
    now,
    isNonce: (nonce) => isNonce(nonce, now),
    ...(accessToken !== undefined && { accessToken }),
  });
  return proof.outcome === 'refused' ? refuse(proof.reason) : proof;
}

function refuse(fault: ProofFault): TokenError {
  note({ outcome: `dpop-${fault}` });
  return proofErrorOf(fault);
}

/** Spends a proof of a client that has proved itself: it is good once, on all instances. */
export async function spendProof(
  db: Database,
  { thumbprint, jti }: Proof,
  now: number,
): Promise<{ outcome: 'spent' } | TokenError> {
  const isFirst = await claimOnce(db, ['dpop', thumbprint, jti], now + 2 * nonceLife);
  return isFirst ? { outcome: 'spent' } : refuse('used-before');
}

/** The nonce for the next proof, for whoever uses DPoP (RFC 9449 §8.2). */
export const nonceHeader = ({ headers }: ApiRequest, now: number): Record<string, string> =>
  headers.get('dpop') !== null ? { 'DPoP-Nonce': currentNonce(now) } : {};
