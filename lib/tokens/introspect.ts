import type { Caller } from '../clients/caller.ts';
import { authorizationDetailsOf, grantedResources } from '../consent/granted-resources.ts';
import { noteUse } from '../consent/record-use.ts';
import { publicKeys } from '../keys/current-signing-key.ts';
import { hashToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import { readAccessToken } from '../oauth/access-token.ts';
import { formatScope, readScope } from '../oauth/scope.ts';
import { now } from '../process/clock.ts';
import { issuer } from '../process/environment.ts';
import { findConsent, isActive, type StoredConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { findRefreshToken } from '../storage/refresh-tokens.ts';
import { isRevokedAccessToken } from '../storage/revoked-access-tokens.ts';
import { subjectOf } from './issue-access-token.ts';
import { tokenType } from './token-response.ts';

const inactive = { active: false } as const;

/**
 * RFC 7662 §2.2: what a token opens now, for the recipient that holds it or a resource server of its provider. A token
 * that is not good, or none of the caller's business, is only inactive.
 */
export async function introspectToken(token: string, caller: Caller): Promise<Record<string, unknown>> {
  const at = now();
  const claims = await readAccessToken(token, await publicKeys(at), { issuer: issuer(), now: at });
  if (!claims) return introspectRefreshToken(token, caller, at);
  const consent = claims.consent_id ? await findConsent(database(), claims.consent_id) : undefined;
  if (!consent || !isItsBusiness(consent, caller) || !isActive(consent, at)) return inactive;
  if (await isRevokedAccessToken(database(), claims.jti)) return inactive;
  note({ consentId: consent.id, correlationId: consent.correlationId });
  if (caller.kind === 'provider') await noteUse(consent, caller.apiClient.clientId, at);
  const scope = readScope(claims.scope, consent.clusters);
  const clusters = scope.outcome === 'read' ? scope.clusters : [];
  const resources = grantedResources({ accountIds: consent.accountIds, clusters }, claims.sub);
  return {
    active: true,
    iss: issuer(),
    sub: claims.sub,
    aud: claims.aud,
    exp: claims.exp,
    iat: claims.iat,
    jti: claims.jti,
    client_id: claims.client_id,
    token_type: tokenType(claims.cnf?.jkt),
    ...(claims.cnf && { cnf: claims.cnf }),
    scope: formatScope(clusters, consent.askedScope),
    consent_id: consent.id,
    fdxConsentId: consent.id,
    authorization_details: authorizationDetailsOf(consent, resources),
  };
}

// A resource server has no use for a refresh token: only its own client is told.
async function introspectRefreshToken(token: string, caller: Caller, at: number): Promise<Record<string, unknown>> {
  const found = caller.kind === 'recipient' ? await findRefreshToken(database(), hashToken(token)) : undefined;
  const consent = found?.rotatedAt === undefined && found && (await findConsent(database(), found.consentId));
  if (!consent || !isItsBusiness(consent, caller) || !isActive(consent, at)) return inactive;
  return {
    active: true,
    iss: issuer(),
    sub: await subjectOf(consent),
    exp: consent.expiresAt,
    client_id: consent.clientId,
    scope: formatScope(consent.clusters, consent.askedScope),
    consent_id: consent.id,
    fdxConsentId: consent.id,
  };
}

const isItsBusiness = (consent: StoredConsent, caller: Caller): boolean =>
  caller.kind === 'recipient'
    ? caller.recipient.clientId === consent.clientId
    : caller.provider.providerId === consent.providerId;
