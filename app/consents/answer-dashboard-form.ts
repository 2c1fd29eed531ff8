import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requestLanguage } from '#i18n/request.ts';
import { textFieldsOf } from '#lib/http/form.ts';
import { problem, type Redirect } from '#lib/http/problem.ts';
import { refuseForeignForm } from '#lib/http/same-origin.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { orUnavailable } from '#lib/http/unavailable-problem.ts';
import { now } from '#lib/process/clock.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { type Database, database } from '#lib/storage/database.ts';
import { currentVisit } from './current-visit.ts';

type Answer = Redirect | { outcome: 'not-found' } | { outcome: 'prompt' };

/** Answers a form of the dashboard for the customer who is signed in; anyone else is sent to sign in. */
export async function answerDashboardForm(
  form: FormData,
  answer: (db: Database, visit: Visit, form: URLSearchParams, now: number) => Promise<Answer>,
): Promise<void> {
  const language = await requestLanguage();
  const shown = refuseForeignForm(await headers(), language) ?? (await answerVisit());
  switch (shown.outcome) {
    case 'redirect':
      return redirect(shown.to);
    case 'not-found':
    case 'choose-provider':
      return showOutcome(problem('not-found', 404, language), language);
    default:
      return showOutcome(shown, language);
  }

  async function answerVisit() {
    const visit = await currentVisit();
    if (visit.outcome !== 'customer') return visit;
    return orUnavailable(() => answer(database(), visit, textFieldsOf(form), now()), language);
  }
}
