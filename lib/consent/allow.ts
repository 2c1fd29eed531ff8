import type { Database } from '../storage/database.ts';
import { inTransaction } from '../storage/transaction.ts';
import { authorizationCodeOf } from './authorization-code.ts';
import { type Decision, findRepeatable, recordAllow } from './decision.ts';
import { type Choice, newConsent } from './new-consent.ts';
import { recordFirstAllow, storeAllowed } from './record-first-allow.ts';
import type { ShownRequest } from './shown-request.ts';

/**
 * Answers a page with Allow: consent and code are stored in one transaction. The same page allowed again gives the same
 * code as long as it has not been exchanged. A page that was denied allows nothing.
 */
export async function allowConsent(db: Database, shown: ShownRequest, choice: Choice, now: number): Promise<Decision> {
  const code = authorizationCodeOf(shown);
  const consent = newConsent(shown, choice, now);
  if (await recordFirstAllow(db, shown, consent, now)) return { outcome: 'allowed', code, consentId: consent.id };
  return inTransaction(db, async (transaction): Promise<Decision> => {
    switch (await recordAllow(transaction, shown, consent.id, now)) {
      case 'answered-elsewhere':
        return { outcome: 'already-answered' };
      case 'repeated': {
        const consentId = await findRepeatable(transaction, shown, now);
        return consentId ? { outcome: 'allowed', code, consentId } : { outcome: 'already-answered' };
      }
      case 'first':
        await storeAllowed(transaction, shown, consent, now);
        return { outcome: 'allowed', code, consentId: consent.id };
    }
  });
}
