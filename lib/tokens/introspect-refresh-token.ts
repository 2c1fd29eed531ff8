import type { Caller } from '../clients/caller.ts';
import { subjectOf } from '../consent/subject.ts';
import { hashToken } from '../keys/random-token.ts';
import { formatScope } from '../oauth/scope.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshTokenInUse } from '../storage/refresh-tokens.ts';
import { isInForceFor } from './consent-in-force.ts';

/** What a refresh token is good for. Only its own client is told: a resource server has no use for one. */
export async function introspectRefreshToken(db: Database, token: string, caller: Caller, now: number) {
  const inactive = { active: false } as const;
  const found = caller.kind === 'recipient' ? await findRefreshTokenInUse(db, hashToken(token)) : undefined;
  if (!found || found.token.rotatedAt !== undefined || !isInForceFor(found.consent, caller, now)) return inactive;
  const { consent } = found;
  return {
    active: true,
    iss: issuer(),
    sub: await subjectOf(db, consent),
    exp: consent.expiresAt,
    client_id: consent.clientId,
    scope: formatScope(consent.clusters, consent.askedScope),
    consent_id: consent.id,
    fdxConsentId: consent.id,
  } as const;
}
