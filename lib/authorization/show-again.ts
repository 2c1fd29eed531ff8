import type { Redirect } from '../http/problem.ts';
import type { Database } from '../storage/database.ts';
import type { ConsentProblem, ConsentPrompt } from './consent-prompt.ts';
import type { PostedDecision } from './posted-decision.ts';
import { promptForConsent } from './prompt-for-consent.ts';
import { sendToSignIn } from './send-to-sign-in.ts';

/** The same page with a new ticket; a customer who is no longer signed in must sign in first. */
export async function showAgain(
  db: Database,
  { form, loaded, session }: PostedDecision,
  now: number,
  problem: ConsentProblem | undefined,
  language = loaded.request.language,
): Promise<ConsentPrompt | Redirect> {
  const again = { ...loaded, request: { ...loaded.request, language } };
  if (!session) return sendToSignIn(again, now);
  const filledIn = { ticked: form.getAll('account'), until: form.get('until'), problem };
  return promptForConsent(db, { ...again, session }, now, filledIn);
}
