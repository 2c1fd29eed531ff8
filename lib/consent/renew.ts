import type { Change } from '../storage/change-at-once.ts';
import { listSettledConsents } from '../storage/consent-lists.ts';
import type { Consent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { renewalChanges } from './renewal-changes.ts';
import { withdrawInTransaction } from './withdraw.ts';

/** How many are ended at once at most: each number is a text of its own for the database. */
const most = 2;

/**
 * What ends the lasting consents that a new one replaces: a recipient has one. A consent whose code has not been exchanged
 * yet belongs to another journey of this moment, and stays. Undefined for more than are ended at once.
 */
export async function replacementChanges(
  db: Database,
  replacement: Consent,
  now: number,
): Promise<Change[] | undefined> {
  if (replacement.durationType === 'ONE_TIME') return [];
  const settled = await listSettledConsents(db, replacement, now);
  if (settled.length > most) return undefined;
  return settled.flatMap((consent) => renewalChanges(db, consent, replacement.id, now));
}

/** The same, however many there are, as a part of a transaction. */
export async function endReplacedConsents(transaction: Database, replacement: Consent, now: number): Promise<void> {
  if (replacement.durationType === 'ONE_TIME') return;
  const end = { by: 'customer', reason: 'renewed', replacedBy: replacement.id } as const;
  for (const { id } of await listSettledConsents(transaction, replacement, now))
    await withdrawInTransaction(transaction, id, end, now);
}
