import type { ConsentEvent } from '../evidence/event-chain.ts';
import type { Code } from '../keys/mac.ts';
import type { Change } from './change-at-once.ts';
import { type ConsentChange, ended, nextOf } from './consent-changes.ts';
import { eventChanges } from './consent-events.ts';
import { consentInUseOf, consentInUseRow } from './consent-row.ts';
import { reportForeign } from './consents.ts';
import type { Database } from './database.ts';
import { type CoveredRow, coveredColumns, isAsWritten } from './evidence-macs.ts';
import { rowReader } from './row-reader.ts';
import { statement } from './statement.ts';

const readRow = rowReader('consents', consentInUseRow.transform(consentInUseOf));

/** What of a consent matters while it is used; `row` is what its code covers, so that it is changed only as it was read. */
export type ConsentInUse = ReturnType<typeof readRow> & { row: CoveredRow & Code };

/** Such a consent; undefined where it is not as this server wrote it last. */
export function readConsentInUse(row: CoveredRow & Code): ConsentInUse | undefined {
  if (isAsWritten(row)) return { ...readRow(row), row };
  reportForeign(row.id);
  return undefined;
}

export const consentInUseNames = [...coveredColumns, 'mac_key', 'mac'] as const;
export const consentInUseColumns = consentInUseNames.map((column) => `consent.${column}` as const);

/** The consent behind an access token, and whether that token was revoked by itself. */
export async function findConsentOfToken(
  db: Database,
  token: { consentId: string; tokenId: string },
): Promise<{ consent: ConsentInUse; isRevoked: boolean } | undefined> {
  const { rows } = await consentOfToken.run(db, token);
  const [row] = rows;
  const consent = row && readConsentInUse(row);
  return consent && { consent, isRevoked: row.revoked_id !== null };
}

const consentOfToken = statement((db, given: { consentId: string; tokenId: string }) =>
  db
    .selectFrom('consents as consent')
    .leftJoin('revoked_access_tokens as revoked', (join) => join.on('revoked.token_id', '=', given.tokenId))
    .select(consentInUseColumns)
    .select('revoked.token_id as revoked_id')
    .where('consent.id', '=', given.consentId),
);

/** A use of a consent that nothing has changed since it was read, and the events that tell of it. */
export function consentUse(
  db: Database,
  consent: ConsentInUse,
  { at, ...change }: ConsentChange & { at: number },
  events: readonly ConsentEvent[],
): Change[] {
  const { columns, rows } = nextOf(consent, change, events);
  const { expires_at, refreshed_at, refresh_count, mac } = consent.row;
  const query = used.with(db, {
    id: consent.id,
    expires_at,
    refreshed_at,
    refresh_count,
    ...columns,
    at,
    mac_before: mac,
  });
  return [{ query, rows: 'one' }, ...eventChanges(db, rows)];
}

type Use = Record<'id' | 'event_head' | keyof Code | 'mac_before', string> &
  Record<'at' | 'expires_at' | 'refresh_count' | 'event_count', number> & { refreshed_at: number | null };

const used = statement((db, given: Use) =>
  db
    .updateTable('consents')
    .set({
      expires_at: given.expires_at,
      refreshed_at: given.refreshed_at,
      refresh_count: given.refresh_count,
      event_count: given.event_count,
      event_head: given.event_head,
      mac_key: given.mac_key,
      mac: given.mac,
    })
    .where('id', '=', given.id)
    .where('status', '=', 'active')
    .where('expires_at', '>', given.at)
    // Whatever changes a consent changes its code.
    .where('mac', '=', given.mac_before),
);

/** The end of a consent in favour of another, where nothing has changed it since it was read, and what tells of it. */
export function consentRenewal(
  db: Database,
  consent: ConsentInUse,
  { at, replacedBy }: { at: number; replacedBy: string },
  event: ConsentEvent,
): Change[] {
  const end = ended({ status: 'revoked', at, by: 'customer', reason: 'renewed', replacedBy });
  const { columns, rows } = nextOf(consent, end, [event]);
  const query = db
    .updateTable('consents')
    .set(columns)
    .where('id', '=', consent.id)
    .where('status', '=', 'active')
    .where('mac', '=', consent.row.mac)
    .compile();
  return [{ query, rows: 'one' }, ...eventChanges(db, rows)];
}
