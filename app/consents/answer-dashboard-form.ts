import { redirect } from 'next/navigation';
import type { Answer } from '#lib/dashboard/answer.ts';
import { forCustomer } from '#lib/dashboard/for-customer.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import type { UnavailableAct } from '#lib/http/problem.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { extendSession } from '#lib/sign-in/session.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { currentVisit } from './current-visit.ts';

/** Answers a form of the dashboard for the customer who is signed in; anyone else is sent to sign in. `unavailable` says what was not done. */
export async function answerDashboardForm(form: FormData, answer: Answer, unavailable: UnavailableAct): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome !== 'own') return showOutcome(posted);
  const { db, now } = atHand();
  const answered = await forCustomer(
    await currentVisit(),
    async (visit) => answer(db, { ...visit, session: await extendSession(db, visit.session) }, posted.fields, now),
    unavailable,
  );
  if (answered.outcome === 'redirect') redirect(answered.to);
  showOutcome(answered);
}
