import { redirect } from 'next/navigation';
import type { Answer } from '#lib/dashboard/answer.ts';
import { forCustomer } from '#lib/dashboard/for-customer.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { currentVisit } from './current-visit.ts';

/** Answers a form of the dashboard for the customer who is signed in; anyone else is sent to sign in. */
export async function answerDashboardForm(form: FormData, answer: Answer): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome !== 'own') return showOutcome(posted);
  const { db, now } = atHand();
  const answered = await forCustomer(await currentVisit(), (visit) => answer(db, visit, posted.fields, now));
  if (answered.outcome === 'redirect') redirect(answered.to);
  showOutcome(answered);
}
