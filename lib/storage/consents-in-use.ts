import type { ChainHead } from '../evidence/event-chain.ts';
import type { Change } from './change-at-once.ts';
import { headColumns } from './consent-events.ts';
import { consentInUseOf, consentInUseRow } from './consent-row.ts';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { statement } from './statement.ts';

export const readConsentInUse = rowReader('consents', consentInUseRow.transform(consentInUseOf));

/** What of a consent matters while it is used; with where its chain ends, so that it is changed only as it was read. */
export type ConsentInUse = ReturnType<typeof readConsentInUse>;

export const consentInUseNames = consentInUseRow.keyof().options;
export const consentInUseColumns = consentInUseNames.map((column) => `consent.${column}` as const);

/** The consent behind an access token, and whether that token was revoked by itself. */
export async function findConsentOfToken(
  db: Database,
  token: { consentId: string; tokenId: string },
): Promise<{ consent: ConsentInUse; isRevoked: boolean } | undefined> {
  const { rows } = await consentOfToken.run(db, token);
  const [row] = rows;
  return row && { consent: readConsentInUse(row), isRevoked: row.revoked_id !== null };
}

const consentOfToken = statement((db, given: { consentId: string; tokenId: string }) =>
  db
    .selectFrom('consents as consent')
    .leftJoin('revoked_access_tokens as revoked', (join) => join.on('revoked.token_id', '=', given.tokenId))
    .select(consentInUseColumns)
    .select('revoked.token_id as revoked_id')
    .where('consent.id', '=', given.consentId),
);

/** A use of a consent that nothing has changed since it was read. */
export function consentUse(
  db: Database,
  { id, refreshCount, chain }: ConsentInUse,
  use: { at: number; expiresAt: number; refreshedAt: number | undefined; refreshCount: number; head: ChainHead },
): Change {
  const { event_count, event_head } = headColumns(use.head);
  const before = headColumns(chain);
  const query = used.with(db, {
    id,
    at: use.at,
    expires_at: use.expiresAt,
    refreshed_at: use.refreshedAt ?? null,
    refresh_count: use.refreshCount,
    event_count,
    event_head,
    refresh_count_before: refreshCount,
    event_count_before: before.event_count,
    event_head_before: before.event_head,
  });
  return { query, rows: 'one' };
}

type Use = Record<'id' | 'event_head' | 'event_head_before', string> &
  Record<
    'at' | 'expires_at' | 'refresh_count' | 'refresh_count_before' | 'event_count' | 'event_count_before',
    number
  > & {
    refreshed_at: number | null;
  };

const used = statement((db, given: Use) =>
  db
    .updateTable('consents')
    .set({
      expires_at: given.expires_at,
      refreshed_at: given.refreshed_at,
      refresh_count: given.refresh_count,
      event_count: given.event_count,
      event_head: given.event_head,
    })
    .where('id', '=', given.id)
    .where('status', '=', 'active')
    .where('expires_at', '>', given.at)
    // Whatever changes a consent is told in its chain, or counted.
    .where('refresh_count', '=', given.refresh_count_before)
    .where('event_count', '=', given.event_count_before)
    .where('event_head', '=', given.event_head_before),
);

/** The end of a consent in favour of another, where nothing has changed it since it was read. */
export function consentRenewal(
  db: Database,
  { id, refreshCount, chain }: ConsentInUse,
  { at, replacedBy, head }: { at: number; replacedBy: string; head: ChainHead },
): Change {
  const before = headColumns(chain);
  const end = { status: 'revoked', ended_at: at, ended_by: 'customer', end_reason: 'renewed' } as const;
  const query = db
    .updateTable('consents')
    .set({ ...end, replaced_by: replacedBy, ...headColumns(head) })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .where('refresh_count', '=', refreshCount)
    .where('event_count', '=', before.event_count)
    .where('event_head', '=', before.event_head)
    .compile();
  return { query, rows: 'one' };
}
