import { withdrawInTransaction } from '../consent/withdraw.ts';
import { revokeAuthorizationCode } from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';

/** Ends the consent of a code that was exchanged twice, and with it whatever was issued. */
export const endReplayedCode = (
  db: Database,
  { codeHash, consentId }: { codeHash: string; consentId: string },
  now: number,
): Promise<void> =>
  inTransaction(db, async (transaction) => {
    await withdrawInTransaction(transaction, consentId, { by: 'accord', reason: 'code-replayed' }, now);
    await revokeAuthorizationCode(transaction, codeHash, now);
  });
