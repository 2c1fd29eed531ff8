import { recordDenied } from '../storage/consent-events.ts';
import { listConsentsOfRequest } from '../storage/consent-lists.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import { type Decision, recordDenial } from './decision.ts';
import { type ShownRequest, shownEvent } from './shown-request.ts';
import { withdrawInTransaction } from './withdraw.ts';

/**
 * Answers a page with Deny. A consent that the same session gave to the same request is withdrawn and its code revoked.
 * The denial has evidence of its own: no consent exists that could carry it.
 */
export function denyConsent(db: Database, shown: ShownRequest, now: number): Promise<Decision> {
  return inTransaction(db, async (transaction) => {
    const recording = await recordDenial(transaction, shown, now);
    const withdrawn: string[] = [];
    for (const id of await listConsentsOfRequest(transaction, shown.requestHash)) {
      const end = { by: 'customer', reason: 'denied-afterwards' } as const;
      const { outcome } = await withdrawInTransaction(transaction, id, end, now);
      if (outcome === 'ended') withdrawn.push(id);
    }
    if (recording === 'first')
      await recordDenied(transaction, crypto.randomUUID(), [
        shownEvent(shown),
        { type: 'denied', actor: 'customer', happenedAt: now, detail: { withdrawn } },
      ]);
    return { outcome: 'denied', withdrawn };
  });
}
