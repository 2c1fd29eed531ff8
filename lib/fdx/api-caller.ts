import { type Caller, findCaller } from '../clients/caller.ts';
import { clientProof } from '../clients/client-proof.ts';
import { readSenderKey } from '../clients/require-dpop.ts';
import { publicKeys } from '../keys/current-signing-key.ts';
import { readAccessToken } from '../oauth/access-token.ts';
import { authenticateClient } from '../oauth/client-authentication.ts';
import { signatureAlgorithms } from '../oauth/signature-algorithms.ts';
import { now } from '../process/clock.ts';
import { issuer } from '../process/environment.ts';
import type { StoredConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { isRevokedAccessToken } from '../storage/revoked-access-tokens.ts';
import { consentsScope } from '../tokens/client-credentials.ts';

export type CallerReading =
  | { outcome: 'known'; caller: Caller }
  | { outcome: 'refused'; status: 401 | 403; challenge: string };

const refused = (status: 401 | 403, challenge: string): CallerReading => ({ outcome: 'refused', status, challenge });

const basic = 'Basic realm="Accord", charset="UTF-8"';
const dpop = (error: string) => `DPoP error="${error}", algs="${signatureAlgorithms.join(' ')}"`;

/**
 * Who calls the consent API: by a client's own token (RFC 6749 §4.4, RFC 6750 §2.1), which comes with a proof of its key
 * when it is bound to one (RFC 9449 §7), or by its secret itself.
 */
export async function readApiCaller(request: Request): Promise<CallerReading> {
  const authorization = request.headers.get('authorization');
  const scheme = authorization?.split(' ', 1)[0]?.toLowerCase();
  if (scheme === 'basic') {
    const authentication = await authenticateClient(authorization, new URLSearchParams(), clientProof());
    if (authentication.outcome === 'refused') return refused(401, basic);
    return allowed(authentication.client);
  }
  const [, by, token] = /^(bearer|dpop) ([\w.~+/-]+=*)$/i.exec(authorization ?? '') ?? [];
  if (!token) return refused(401, 'Bearer');
  const isBound = by?.toLowerCase() === 'dpop';
  const challenge = (error: string) => (isBound ? dpop(error) : `Bearer error="${error}"`);
  const at = now();
  const claims = await readAccessToken(token, await publicKeys(at), { issuer: issuer(), now: at });
  const caller = claims && findCaller(claims.client_id);
  if (!claims || claims.aud !== issuer() || caller?.status !== 'active')
    return refused(401, challenge('invalid_token'));
  if (await isRevokedAccessToken(database(), claims.jti)) return refused(401, challenge('invalid_token'));
  // RFC 9449 §7.2: a token that is bound to a key opens nothing without it, nor does a proof help one that is not.
  if (isBound !== (claims.cnf !== undefined)) return refused(401, challenge('invalid_token'));
  const key = isBound ? await readSenderKey(request, token) : undefined;
  if (key?.outcome === 'refused') return refused(401, dpop(key.error));
  if (isBound && key?.thumbprint !== claims.cnf?.jkt) return refused(401, dpop('invalid_dpop_proof'));
  if (claims.consent_id !== undefined || claims.scope !== consentsScope)
    return refused(403, `${challenge('insufficient_scope')}, scope="${consentsScope}"`);
  return allowed(caller);
}

const allowed = (caller: Caller): CallerReading =>
  caller.kind === 'provider' && !caller.apiClient.scope.includes('consents')
    ? refused(403, `Bearer error="insufficient_scope", scope="${consentsScope}"`)
    : { outcome: 'known', caller };

/** A recipient's own consents, and those of a provider's own customers. */
export const mayManage = (caller: Caller, consent: StoredConsent): boolean =>
  caller.kind === 'recipient'
    ? caller.recipient.clientId === consent.clientId
    : caller.provider.providerId === consent.providerId;
