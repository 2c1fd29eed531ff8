import type { Decision } from '../../lib/consent/decision.ts';
import type { Choice } from '../../lib/consent/new-consent.ts';
import { hashToken } from '../../lib/keys/random-token.ts';
import { takeAuthorizationCode } from '../../lib/storage/authorization-codes.ts';
import type { Database } from '../../lib/storage/database.ts';
import { shownAt } from './ticket.ts';

/** When the customer answers the page of `shownRequest`. */
export const answeredAt = shownAt + 30;

/** What they choose; a test changes one thing. */
export const choiceOf = (change: Partial<Choice> = {}): Choice => ({
  accountIds: ['acc-1'],
  period: {
    durationType: 'TIME_BOUND',
    lookbackFrom: shownAt - 730 * 86_400,
    until: shownAt + 365 * 86_400,
  },
  text: '{"heading":"Ledger"}',
  ...change,
});

/** A decision that must have allowed. */
export function allowed(decision: Decision) {
  if (decision.outcome !== 'allowed') throw new Error(`not allowed but ${decision.outcome}`);
  return decision;
}

/** Takes a code as a token request does; true when it was still good. */
export const takeCode = (db: Database, code: string, at: number): Promise<boolean> =>
  takeAuthorizationCode(db, {
    codeHash: hashToken(code),
    now: at,
    accessTokenId: 'token',
    accessTokenExpiresAt: at + 900,
  });
