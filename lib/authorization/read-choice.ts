import { choosePeriod } from '../consent/period.ts';
import { findConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import type { Session } from '../storage/sessions.ts';
import { chooseAccounts } from './choose-accounts.ts';
import type { ConsentProblem } from './consent-prompt.ts';
import type { PostedDecision } from './posted-decision.ts';
import { writeWords } from './written-words.ts';

type Choice = { accountIds: string[]; period: NonNullable<ReturnType<typeof choosePeriod>>; text: string };

/** What a customer allows by a posted page, in the very words that it said; or why the page is shown again. */
export async function readChoice(
  db: Database,
  { form, ticket, loaded }: PostedDecision,
  session: Session,
): Promise<{ outcome: 'chosen'; choice: Choice } | { outcome: ConsentProblem }> {
  const accountIds = chooseAccounts(session.accounts, form.getAll('account'));
  if (!accountIds) return { outcome: 'changed' };
  if (accountIds.length === 0) return { outcome: 'no-account' };
  const period = choosePeriod(loaded.terms, ticket.issuedAt, form.getAll('until'));
  if (!period) return { outcome: 'not-understood' };
  // The words are written again: what is recorded is what was shown.
  const previous = ticket.previousId ? await findConsent(db, ticket.previousId) : undefined;
  const { text, hash } = writeWords(loaded, session, { shownAt: ticket.issuedAt, previous });
  return hash === ticket.wordsHash
    ? { outcome: 'chosen', choice: { accountIds, period, text } }
    : { outcome: 'changed' };
}
