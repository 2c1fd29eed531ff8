import { accessTokenLife } from '../consent/decision.ts';
import { endLocked } from '../consent/withdraw.ts';
import { hashToken } from '../keys/random-token.ts';
import { note } from '../log/request-log.ts';
import { type DataCluster, readScope } from '../oauth/scope.ts';
import { tokenError } from '../oauth/token-error.ts';
import type { RefreshTokenGrant } from '../oauth/token-request.ts';
import { now } from '../process/clock.ts';
import type { Recipient } from '../registry/recipient.ts';
import { appendEvents } from '../storage/consent-events.ts';
import { findConsent, isActive, lockConsent, markConsentUsed, type StoredConsent } from '../storage/consents.ts';
import { type Database, database } from '../storage/database.ts';
import { findRefreshToken, rotateRefreshToken, type StoredRefreshToken } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';
import { issueAccessToken } from './issue-access-token.ts';
import { tokensAfter } from './refresh-token-successor.ts';
import { invalidGrant, type TokenOutcome, tokenIssued } from './token-response.ts';

/** Seconds in which a client whose answer was lost may ask again with the old token, and is given the same new one. */
export const retryWindow = 60;

/**
 * Exchanges a refresh token for an access token and its own successor (RFC 6749 §6, RFC 9700 §4.14.2). An old one that
 * comes back later was copied: then the consent ends, and all its tokens with it.
 */
export async function refreshAccess(
  grant: RefreshTokenGrant,
  client: Recipient,
  senderKey?: string,
): Promise<TokenOutcome> {
  const at = now();
  const found = await findRefreshToken(database(), hashToken(grant.refreshToken));
  const consent = found && (await findConsent(database(), found.consentId));
  if (!consent) return invalidGrant('refresh token', 'unknown-refresh-token');
  note({ correlationId: consent.correlationId, consentId: consent.id });
  if (consent.clientId !== client.clientId) return invalidGrant('refresh token', 'wrong-client');
  if (!isRightKey(found, client, senderKey)) return invalidGrant('refresh token', 'wrong-key');
  if (!isActive(consent, at)) return invalidGrant('refresh token', 'consent-ended');
  const clusters = narrowed(grant.scope, consent.clusters);
  if (!clusters) return tokenError('invalid_scope', 'scope must be a part of what the customer allowed');

  const expiresAt = Math.min(at + accessTokenLife, consent.expiresAt);
  const issued = await issueAccessToken(consent, { issuedAt: at, expiresAt, clusters, senderKey });
  const rotation = await inTransaction(database(), async (transaction) => {
    const locked = await lockConsent(transaction, consent.id);
    if (!locked || !isActive(locked, at)) return { outcome: 'consent-ended' } as const;
    const rotated = await use(transaction, grant.refreshToken, locked, at, client.profile === 'fapi2');
    if (rotated.outcome !== 'rotated') return rotated;
    await markConsentUsed(transaction, consent.id, { at });
    await appendEvents(transaction, locked.chain, {
      type: 'token-refreshed',
      actor: 'recipient',
      happenedAt: at,
      detail: { accessTokenId: issued.id, expiresAt },
    });
    return rotated;
  });
  if (rotation.outcome !== 'rotated') return invalidGrant('refresh token', rotation.outcome);
  return tokenIssued(consent, issued, rotation.refreshToken);
}

// RFC 9449 §5: the token of a public client is bound to the key; a confidential one may change keys, but not go without.
const isRightKey = ({ dpopJkt }: StoredRefreshToken, client: Recipient, senderKey: string | undefined): boolean =>
  dpopJkt === undefined ||
  (client.tokenEndpointAuthMethod === 'none' ? dpopJkt === senderKey : senderKey !== undefined);

type Rotation =
  | { outcome: 'rotated'; refreshToken: string | undefined }
  | { outcome: 'consent-ended' | 'consent-changed' | 'refresh-token-reused' };

// The consent is locked: of many at once each finds what the one before it left.
async function use(
  transaction: Database,
  token: string,
  locked: StoredConsent,
  at: number,
  isKept: boolean,
): Promise<Rotation> {
  const tokenHash = hashToken(token);
  const found = await findRefreshToken(transaction, tokenHash);
  // Changed a moment ago: the next attempt finds the consent in its place.
  if (!found || found.consentId !== locked.id) return { outcome: 'consent-changed' };
  // FAPI 2.0 §5.3.2.1: bound to a key of the client already, a refresh token does not change.
  if (isKept && found.rotatedAt === undefined) return { outcome: 'rotated', refreshToken: undefined };
  const candidates = tokensAfter(token);
  if (found.rotatedAt === undefined) {
    const [successor = ''] = candidates;
    const rotation = {
      tokenHash,
      successorHash: hashToken(successor),
      consentId: locked.id,
      now: at,
      dpopJkt: found.dpopJkt,
    };
    if (await rotateRefreshToken(transaction, rotation)) return { outcome: 'rotated', refreshToken: successor };
  } else if (at < found.rotatedAt + retryWindow) {
    const successor = candidates.find((candidate) => hashToken(candidate) === found.successorHash);
    const next = successor && (await findRefreshToken(transaction, hashToken(successor)));
    if (next && next.rotatedAt === undefined) return { outcome: 'rotated', refreshToken: successor };
  }
  await endLocked(transaction, locked, { by: 'accord', reason: 'refresh-token-reused' }, at);
  return { outcome: 'refresh-token-reused' };
}

// RFC 6749 §6: no scope means all of it; a wider one is an error.
function narrowed(scope: string | undefined, allowed: DataCluster[]): DataCluster[] | undefined {
  if (scope === undefined) return allowed;
  const reading = readScope(scope, allowed);
  return reading.outcome === 'read' ? reading.clusters : undefined;
}
