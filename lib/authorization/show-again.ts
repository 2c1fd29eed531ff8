import type { Language } from '#i18n/locale.ts';
import type { Problem, Redirect } from '../http/problem.ts';
import { extendSession } from '../sign-in/session.ts';
import type { Database } from '../storage/database.ts';
import type { ConsentProblem, ConsentPrompt } from './consent-prompt.ts';
import type { PostedDecision } from './posted-decision.ts';
import { promptForConsent } from './prompt-for-consent.ts';
import { sendToSignIn } from './send-to-sign-in.ts';

/**
 * The same page with a new ticket and all that was filled in, but for what `change` says; a customer who is no longer
 * signed in must sign in first.
 */
export async function showAgain(
  db: Database,
  { form, loaded, session }: PostedDecision,
  now: number,
  change: { problem?: ConsentProblem; language?: Language; ticked?: string[] } = {},
): Promise<ConsentPrompt | Problem | Redirect> {
  const { problem, language = loaded.request.language, ticked = form.getAll('account') } = change;
  const again = { ...loaded, request: { ...loaded.request, language } };
  if (!session) return sendToSignIn(again, now);
  const kept = problem === 'unavailable' ? session : await extendSession(db, session);
  return promptForConsent(db, { ...again, session: kept }, now, { ticked, until: form.get('until'), problem });
}
