import type { DataCluster } from '../oauth/scope.ts';
import { beginChain } from '../storage/consent-events.ts';
import { type Consent, insertConsent, isActive, lockConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { moveRefreshTokens } from '../storage/refresh-tokens.ts';
import { inTransaction } from '../storage/transaction.ts';
import { allowedEvent } from './allowed-event.ts';
import { endLockedConsent } from './withdraw.ts';

/** What goes on of a consent. */
interface Part {
  accountIds: readonly string[];
  clusters: readonly DataCluster[];
}

type Change =
  | { outcome: 'changed'; consentId: string }
  | { outcome: 'already-ended' | 'unknown' | 'unchanged' | 'no-account' };

/**
 * Stops a part of a consent: it ends, and one for what is left takes its place, with its refresh tokens and the same end
 * (FDX: a change is a revocation and a reissue). Nothing can be added.
 */
export const narrowConsent = (db: Database, id: string, kept: Part, now: number): Promise<Change> =>
  inTransaction(db, async (transaction) => {
    const consent = await lockConsent(transaction, id);
    if (!consent) return { outcome: 'unknown' };
    if (!isActive(consent, now)) return { outcome: 'already-ended' };
    const accountIds = consent.accountIds.filter((accountId) => kept.accountIds.includes(accountId));
    // The names of the accounts are a part of all that is shared.
    const clusters = consent.clusters.filter(
      (cluster) => cluster === 'ACCOUNT_BASIC' || kept.clusters.includes(cluster),
    );
    if (accountIds.length === 0) return { outcome: 'no-account' };
    if (accountIds.length === consent.accountIds.length && clusters.length === consent.clusters.length)
      return { outcome: 'unchanged' };

    const replacement: Consent = {
      ...consent,
      id: crypto.randomUUID(),
      accountIds,
      clusters,
      replaces: id,
      createdAt: now,
    };
    const chain = await beginChain(transaction, replacement.id, [allowedEvent(replacement)]);
    await insertConsent(transaction, replacement, chain);
    await moveRefreshTokens(transaction, id, replacement.id);
    await endLockedConsent(
      transaction,
      consent,
      { by: 'customer', reason: 'changed', replacedBy: replacement.id },
      now,
    );
    return { outcome: 'changed', consentId: replacement.id };
  });
