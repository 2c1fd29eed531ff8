import { withdrawConsent } from '../consent/withdraw.ts';
import { type ConsentFilter, searchConsents } from '../storage/consent-search.ts';
import type { Database } from '../storage/database.ts';

/**
 * Ends all consents in force that fit, for the provider, each with its tokens in a transaction of its own. What was
 * ended is not found again: after an interruption the same call goes on where it was. Gives how many it has ended.
 */
export async function endConsents(
  db: Database,
  filter: ConsentFilter,
  { reason, clock, onEnded }: { reason: string; clock: () => number; onEnded?: (count: number) => void },
): Promise<number> {
  let count = 0;
  for await (const { id } of searchConsents(db, { ...filter, isInForce: true }, clock())) {
    const end = { by: 'provider', reason: 'revoked-by-provider', detail: { operator: reason } } as const;
    const { outcome } = await withdrawConsent(db, id, end, clock());
    if (outcome !== 'ended') continue;
    count += 1;
    onEnded?.(count);
  }
  return count;
}
