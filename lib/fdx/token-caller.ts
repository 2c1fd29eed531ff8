import { findCaller } from '../clients/caller.ts';
import { readSenderProof, spendProof } from '../clients/sender-key.ts';
import type { ApiRequest } from '../http/api-exchange.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { consentsScope } from '../tokens/client-credentials.ts';
import { readValidAccessToken } from '../tokens/valid-access-token.ts';
import { bearerChallenge, type CallerReading, dpopChallenge, refused } from './caller-reading.ts';

/** The client whose own token this is. A token that is bound to a key comes with a proof of that key (RFC 9449 §7). */
export async function readTokenCaller(db: Database, request: ApiRequest, now: number): Promise<CallerReading> {
  const authorization = request.headers.get('authorization') ?? '';
  const [, scheme, token] = /^(bearer|dpop) ([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
  if (!token) return refused(401, 'Bearer');
  const isBound = scheme?.toLowerCase() === 'dpop';
  const challenge = isBound ? dpopChallenge : bearerChallenge;
  const claims = await readValidAccessToken(db, token, now);
  const caller = claims && findCaller(claims.client_id);
  if (!claims || claims.aud !== issuer() || caller?.status !== 'active')
    return refused(401, challenge('invalid_token'));
  // RFC 9449 §7.2: a bound token opens nothing without its key, and a proof is no help to one that is not bound.
  if (isBound !== (claims.cnf !== undefined)) return refused(401, challenge('invalid_token'));
  if (isBound) {
    const proof = await readSenderProof(request, now, token);
    if (proof.outcome === 'refused') return refused(401, dpopChallenge(proof.error));
    if (proof.outcome === 'absent' || proof.thumbprint !== claims.cnf?.jkt)
      return refused(401, dpopChallenge('invalid_dpop_proof'));
    const spending = await spendProof(db, proof, now);
    if (spending.outcome === 'refused') return refused(401, dpopChallenge(spending.error));
  }
  if (claims.consent_id !== undefined || claims.scope !== consentsScope)
    return refused(403, `${challenge('insufficient_scope')}, scope="${consentsScope}"`);
  return { outcome: 'known', caller };
}
