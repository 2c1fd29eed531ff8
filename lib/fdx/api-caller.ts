import { now } from '../clock.ts';
import { consentsScope } from '../consent/client-access.ts';
import { issuer } from '../environment.ts';
import { readAccessToken } from '../oauth/access-token.ts';
import { authenticateClient } from '../oauth/client-authentication.ts';
import { type Caller, findCaller } from '../registry/caller.ts';
import { publicKeys } from '../signing-keys.ts';
import type { StoredConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { isRevokedAccessToken } from '../storage/revoked-access-tokens.ts';

export type CallerReading =
  | { outcome: 'known'; caller: Caller }
  | { outcome: 'refused'; status: 401 | 403; challenge: string };

const refused = (status: 401 | 403, challenge: string): CallerReading => ({ outcome: 'refused', status, challenge });

/** Who calls the consent API: by a client's own token (RFC 6749 §4.4, RFC 6750 §2.1), or by its secret itself. */
export async function readApiCaller(authorization: string | null): Promise<CallerReading> {
  const scheme = authorization?.split(' ', 1)[0]?.toLowerCase();
  if (scheme === 'basic') {
    const authentication = authenticateClient(authorization, new URLSearchParams(), findCaller);
    if (authentication.outcome === 'refused') return refused(401, 'Basic realm="Accord", charset="UTF-8"');
    return allowed(authentication.client);
  }
  const token = /^bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (!token) return refused(401, 'Bearer');
  const at = now();
  const claims = await readAccessToken(token, await publicKeys(at), { issuer: issuer(), now: at });
  const caller = claims && findCaller(claims.client_id);
  if (!claims || claims.aud !== issuer() || caller?.status !== 'active')
    return refused(401, 'Bearer error="invalid_token"');
  if (await isRevokedAccessToken(database(), claims.jti)) return refused(401, 'Bearer error="invalid_token"');
  if (claims.consent_id !== undefined || claims.scope !== consentsScope)
    return refused(403, `Bearer error="insufficient_scope", scope="${consentsScope}"`);
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
