import { sql } from 'kysely';
import { readConsents } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { insertNotices } from '../storage/notices.ts';
import { findSetting, putSetting } from '../storage/settings.ts';
import { subscribersOf } from './tell-of-end.ts';

/** Seconds before its end at which a consent's recipient and bank are told; of a shorter one they are not. */
const lead = 7 * 86_400;
const name = 'ends_announced_until';

/** Puts by a notice for each consent that will end within a week, so many at most; gives how many consents. */
export async function announceEnds(db: Database, now: number, limit: number): Promise<number> {
  const [time, id] = readPlace(await findSetting(db, name));
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    // A literal: only so does the index of those in force fit.
    .where('status', '=', sql.lit('active'))
    .where(({ eb, refTuple, tuple }) => eb(refTuple('expires_at', 'id'), '>', tuple(time, id)))
    .where('expires_at', '>', now)
    .where('expires_at', '<=', now + lead)
    .where(({ eb, ref }) => eb(eb(ref('expires_at'), '-', ref('created_at')), '>', lead))
    .orderBy('expires_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  const notices = readConsents(rows).flatMap((consent) =>
    subscribersOf(consent).map((subscriber) => ({
      subscriber,
      consentId: consent.id,
      number: consent.chain.count,
      type: 'CONSENT_EXPIRING' as const,
      detail: { expiresAt: new Date(consent.expiresAt * 1000).toISOString() },
      createdAt: now,
    })),
  );
  await insertNotices(db, notices);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  await putSetting(db, name, last ? `${last.expires_at} ${last.id}` : `${Math.max(time, now + lead + 1)} `);
  return rows.length;
}

function readPlace(value: string | undefined): [time: number, id: string] {
  const [time = '0', id = ''] = (value ?? '').split(' ');
  return [Number(time), id];
}
