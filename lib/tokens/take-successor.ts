import { endLockedConsent } from '../consent/withdraw.ts';
import { hashToken } from '../keys/random-token.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { findRefreshToken, rotateRefreshToken, type StoredRefreshToken } from '../storage/refresh-tokens.ts';
import { refreshTokenSuccessors } from './refresh-token-successor.ts';

/** Seconds in which a client whose answer was lost may send the old token again, and is given the same new one. */
const retryWindow = 60;

export type Rotation =
  | { outcome: 'rotated'; refreshToken: string | undefined }
  | { outcome: 'consent-ended' | 'consent-changed' | 'refresh-token-reused' };

/** Gives the successor of a refresh token of a locked consent: of many attempts at once each finds what the last one left. */
export async function takeSuccessor(
  transaction: Database,
  locked: StoredConsent,
  { token, isKept }: { token: string; isKept: boolean },
  now: number,
): Promise<Rotation> {
  const found = await findRefreshToken(transaction, hashToken(token));
  // The consent was changed a moment ago: the next attempt finds the one in its place.
  if (!found || found.consentId !== locked.id) return { outcome: 'consent-changed' };
  if (isKept && found.rotatedAt === undefined) return { outcome: 'rotated', refreshToken: undefined };
  const successor =
    found.rotatedAt === undefined
      ? await replace(transaction, token, found, now)
      : await findUnusedSuccessor(transaction, token, found, now);
  if (successor !== undefined) return { outcome: 'rotated', refreshToken: successor };
  await endLockedConsent(transaction, locked, { by: 'accord', reason: 'refresh-token-reused' }, now);
  return { outcome: 'refresh-token-reused' };
}

/** The token that follows one that has not been exchanged, and what to store of that. */
export function successionOf(token: string, { tokenHash, consentId, dpopJkt }: StoredRefreshToken, now: number) {
  const [refreshToken = ''] = refreshTokenSuccessors(token);
  const rotation = { tokenHash, successorHash: hashToken(refreshToken), consentId, now, dpopJkt };
  return { refreshToken, rotation };
}

async function replace(transaction: Database, token: string, found: StoredRefreshToken, now: number) {
  const { refreshToken, rotation } = successionOf(token, found, now);
  return (await rotateRefreshToken(transaction, rotation)) ? refreshToken : undefined;
}

async function findUnusedSuccessor(transaction: Database, token: string, old: StoredRefreshToken, now: number) {
  if (now >= (old.rotatedAt ?? 0) + retryWindow) return undefined;
  const successor = refreshTokenSuccessors(token).find((candidate) => hashToken(candidate) === old.successorHash);
  const next = successor && (await findRefreshToken(transaction, hashToken(successor)));
  return next && next.rotatedAt === undefined ? successor : undefined;
}
