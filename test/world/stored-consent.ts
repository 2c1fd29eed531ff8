import { allowedEvent } from '../../lib/consent/allowed-event.ts';
import { beginChain } from '../../lib/storage/consent-events.ts';
import { type Consent, insertConsent } from '../../lib/storage/consents.ts';
import type { Database } from '../../lib/storage/database.ts';
import { insertRefreshToken } from '../../lib/storage/refresh-tokens.ts';
import { consent, now } from './records.ts';

/** Epoch seconds at which the consent below ends. */
export const storedAt = now;

/** Stores a consent with its first event and a refresh token; a test changes one thing. */
export async function storeConsent(db: Database, change: Partial<Consent> = {}): Promise<void> {
  const whole = { ...consent, createdAt: storedAt - 86_400, expiresAt: storedAt, ...change };
  await insertConsent(db, whole, await beginChain(db, whole.id, [allowedEvent(whole)]));
  await insertRefreshToken(db, {
    tokenHash: `token of ${whole.id}`,
    consentId: whole.id,
    createdAt: storedAt - 86_400,
  });
}
