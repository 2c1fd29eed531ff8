import type { Caller } from '../clients/caller.ts';
import { subjectOf } from '../consent/subject.ts';
import { hashToken } from '../keys/random-token.ts';
import { formatScope } from '../oauth/scope.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshToken } from '../storage/refresh-tokens.ts';
import { findConsentInForce } from './consent-in-force.ts';

/** What a refresh token is good for. Only its own client is told: a resource server has no use for one. */
export async function introspectRefreshToken(db: Database, token: string, caller: Caller, now: number) {
  const inactive = { active: false } as const;
  const found = caller.kind === 'recipient' ? await findRefreshToken(db, hashToken(token)) : undefined;
  if (!found || found.rotatedAt !== undefined) return inactive;
  const consent = await findConsentInForce(db, found.consentId, caller, now);
  if (!consent) return inactive;
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
