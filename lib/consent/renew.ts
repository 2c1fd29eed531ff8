import { listSettledConsents } from '../storage/consent-lists.ts';
import type { Consent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { withdrawInTransaction } from './withdraw.ts';

/**
 * Ends the lasting consents that a new one replaces: a recipient has one. A consent whose code has not been exchanged yet
 * belongs to another journey of this moment, and stays.
 */
export async function endReplacedConsents(transaction: Database, replacement: Consent, now: number): Promise<void> {
  if (replacement.durationType === 'ONE_TIME') return;
  const end = { by: 'customer', reason: 'renewed', replacedBy: replacement.id } as const;
  for (const id of await listSettledConsents(transaction, replacement, now))
    await withdrawInTransaction(transaction, id, end, now);
}
