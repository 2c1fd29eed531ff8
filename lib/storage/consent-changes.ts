import type { Actor, ConsentEvent } from '../evidence/event-chain.ts';
import { evidenceMac } from '../keys/mac.ts';
import { headColumns, insertEvents, linkEvents } from './consent-events.ts';
import type { StoredConsent, StoredEndReason } from './consents.ts';
import type { Database } from './database.ts';
import { type CoveredRow, textOfConsent } from './evidence-macs.ts';

/** What may change of a consent in its life. */
export type ConsentChange = Partial<
  Pick<CoveredRow, 'status' | 'ended_at' | 'ended_by' | 'end_reason' | 'replaced_by' | 'expires_at'> &
    Pick<CoveredRow, 'last_used_at' | 'introspected_at' | 'refreshed_at' | 'refresh_count'>
>;

/** A consent as it goes on: the columns to write, with their code, and the events to add to its chain. */
export function nextOf(
  { row, chain }: Pick<StoredConsent, 'row' | 'chain'>,
  change: ConsentChange,
  events: readonly ConsentEvent[],
) {
  const { rows, head } = linkEvents(chain, events);
  const columns = { ...change, ...headColumns(head) };
  return { columns: { ...columns, ...evidenceMac().of(textOfConsent({ ...row, ...columns })) }, rows };
}

/** Changes a consent that this transaction has locked, and says so in its chain. */
export async function changeConsent(
  db: Database,
  consent: StoredConsent,
  change: ConsentChange,
  ...events: ConsentEvent[]
): Promise<void> {
  const { columns, rows } = nextOf(consent, change, events);
  await db.updateTable('consents').set(columns).where('id', '=', consent.id).execute();
  await insertEvents(db, rows);
}

/** Changes a consent that nothing has changed since it was read; otherwise it stays as it is. */
export async function changeAsRead(
  db: Database,
  consent: Pick<StoredConsent, 'id' | 'row' | 'chain'>,
  change: ConsentChange,
): Promise<void> {
  const { columns } = nextOf(consent, change, []);
  await db
    .updateTable('consents')
    .set(columns)
    .where('id', '=', consent.id)
    .where('mac', '=', consent.row.mac)
    .execute();
}

/** The end of a consent. */
export const ended = (end: {
  status: 'revoked' | 'expired';
  at: number;
  by: Actor;
  reason: StoredEndReason;
  replacedBy?: string | undefined;
}): ConsentChange => ({
  status: end.status,
  ended_at: end.at,
  ended_by: end.by,
  end_reason: end.reason,
  replaced_by: end.replacedBy ?? null,
});

/** One that was marked as over, and is not. */
export const goingOn: ConsentChange = { status: 'active', ended_at: null, ended_by: null, end_reason: null };

/** One refresh more. */
export const refreshed = ({ refreshCount }: Pick<StoredConsent, 'refreshCount'>, at: number) => ({
  refreshed_at: at,
  refresh_count: refreshCount + 1,
});
