import { refreshEvents } from '../consent/refreshes.ts';
import { changeAtOnce } from '../storage/change-at-once.ts';
import { refreshed } from '../storage/consent-changes.ts';
import { consentUse } from '../storage/consents-in-use.ts';
import type { Database } from '../storage/database.ts';
import { type RefreshTokenInUse, rotationChanges } from '../storage/refresh-tokens.ts';
import { recordContestedRefresh } from './record-contested-refresh.ts';
import { type Rotation, successionOf } from './take-successor.ts';

/** A refresh token as it came, and the access token that was signed for it. */
export interface Refresh {
  token: string;
  isKept: boolean;
  accessToken: { id: string; expiresAt: number };
}

/**
 * Rotates a refresh token and records the access token that was signed for it, at once. Where token or consent are not as
 * they were read any more, the consent is locked and both are looked at again.
 */
export async function recordRefresh(
  db: Database,
  { token: found, consent }: RefreshTokenInUse,
  refresh: Refresh,
  now: number,
): Promise<Rotation> {
  if (found.rotatedAt === undefined) {
    const events = refreshEvents(consent, refresh.accessToken, now);
    const use = consentUse(db, consent, { at: now, ...refreshed(consent, now) }, events);
    const succession = refresh.isKept ? undefined : successionOf(refresh.token, found, now);
    const rotation = succession ? rotationChanges(db, succession.rotation) : [];
    const isRecorded = await changeAtOnce(db, [...use, ...rotation]);
    if (isRecorded) return { outcome: 'rotated', refreshToken: succession?.refreshToken };
  }
  return recordContestedRefresh(db, consent.id, refresh, now);
}
