import { redirect } from 'next/navigation';
import type { Answer } from '#lib/dashboard/answer.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import { problem } from '#lib/http/problem.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { orUnavailable } from '#lib/storage/database.ts';
import { currentVisit } from './current-visit.ts';

/** Answers a form of the dashboard for the customer who is signed in; anyone else is sent to sign in. */
export async function answerDashboardForm(form: FormData, answer: Answer): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome !== 'own') return showOutcome(posted);
  const { language, fields } = posted;
  const visit = await currentVisit();
  const { db, now } = atHand();
  const shown =
    visit.outcome === 'customer'
      ? await orUnavailable(
          () => answer(db, visit, fields, now),
          () => problem('unavailable', 503, language),
        )
      : visit;
  switch (shown.outcome) {
    case 'redirect':
      return redirect(shown.to);
    case 'not-found':
    case 'choose-provider':
      return showOutcome(problem('not-found', 404, language));
    default:
      return showOutcome(shown);
  }
}
