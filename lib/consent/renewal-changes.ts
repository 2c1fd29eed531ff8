import { noticeChanges } from '../notices/tell-of-end.ts';
import type { Change } from '../storage/change-at-once.ts';
import { type ConsentInUse, consentRenewal } from '../storage/consents-in-use.ts';
import type { Database } from '../storage/database.ts';
import { endEvent } from './end-event.ts';

/** What ends a consent that nothing has changed since it was read, in favour of a new one: its code and its tokens too. */
export function renewalChanges(db: Database, consent: ConsentInUse, replacedBy: string, now: number): Change[] {
  const end = { by: 'customer', reason: 'renewed', replacedBy } as const;
  const codes = db
    .updateTable('authorization_codes')
    .set({ revoked_at: now })
    .where('consent_id', '=', consent.id)
    .where('revoked_at', 'is', null);
  const tokens = db.deleteFrom('refresh_tokens').where('consent_id', '=', consent.id);
  return [
    ...consentRenewal(db, consent, { at: now, replacedBy }, endEvent(consent, end, now)),
    { query: codes.compile(), rows: 'any' },
    { query: tokens.compile(), rows: 'any' },
    ...noticeChanges(db, consent, end, now),
  ];
}
