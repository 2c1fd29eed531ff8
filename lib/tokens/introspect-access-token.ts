import type { Caller } from '../clients/caller.ts';
import { recordUse } from '../consent/record-use.ts';
import { note } from '../log/request-log.ts';
import type { AccessToken } from '../oauth/access-token.ts';
import type { Database } from '../storage/database.ts';
import { findConsentInForce } from './consent-in-force.ts';
import { clustersWithin, grantedAccess } from './granted-access.ts';
import { tokenType } from './token-outcome.ts';

export type Introspection = { active: false } | ({ active: true } & Record<string, unknown>);

/** What an access token of this server opens now. A resource server that asks has used the consent. */
export async function introspectAccessToken(
  db: Database,
  claims: AccessToken,
  caller: Caller,
  now: number,
): Promise<Introspection> {
  const consent = await findConsentInForce(db, claims, caller, now);
  if (!consent) return { active: false };
  note({ consentId: consent.id, correlationId: consent.correlationId });
  if (caller.kind === 'provider') await recordUse(db, consent, caller.clientId, now);
  const { scope, authorizationDetails } = grantedAccess(
    consent,
    clustersWithin(consent, claims.scope) ?? [],
    claims.sub,
  );
  return {
    active: true,
    iss: claims.iss,
    sub: claims.sub,
    aud: claims.aud,
    exp: claims.exp,
    iat: claims.iat,
    jti: claims.jti,
    client_id: claims.client_id,
    // The bank's own name for its customer; a recipient knows them by `sub` alone (OpenID Connect Core §8.1).
    ...(caller.kind === 'provider' && { provider_sub: consent.sub }),
    token_type: tokenType(claims.cnf?.jkt),
    ...(claims.cnf && { cnf: claims.cnf }),
    scope,
    consent_id: consent.id,
    fdxConsentId: consent.id,
    authorization_details: authorizationDetails,
  };
}
