import { notFound, redirect } from 'next/navigation';
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
  const visit = posted.outcome === 'own' ? await currentVisit() : posted;
  const { db, now } = atHand();
  const shown =
    posted.outcome === 'own' && visit.outcome === 'customer'
      ? await orUnavailable(
          () => answer(db, visit, posted.fields, now),
          () => problem('unavailable', 503, posted.language),
        )
      : visit;
  if (shown.outcome === 'redirect') redirect(shown.to);
  if (shown.outcome === 'not-found' || shown.outcome === 'choose-provider') notFound();
  if (shown.outcome !== 'customer') showOutcome(shown);
}
