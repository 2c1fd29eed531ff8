import type { ReactElement, ReactNode } from 'react';
import { ProblemPage } from '#components/problem-page.tsx';
import type { Language } from '#i18n/locale.ts';
import { actionOutcome, answerWith } from '#lib/http/page-answer.ts';
import { type Problem, problem, type Redirect } from '#lib/http/problem.ts';
import { sendBrowser } from '#lib/http/send-browser.ts';
import { orUnavailable } from '#lib/http/unavailable-problem.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { currentVisit } from './current-visit.ts';

/** What a page of the dashboard comes to; undefined where there is nothing of the customer's own to see. */
export type Shown = { outcome: 'page'; page: ReactElement } | Redirect | undefined;

/** Shows a page to a customer who is signed in; anyone else is sent to sign in, and trouble is our own page. */
export async function showDashboard(show: (visit: Visit) => Promise<Shown>): Promise<ReactNode> {
  const shown = await open(show);
  if (shown.outcome === 'redirect') sendBrowser(shown.to);
  if (shown.outcome === 'page') return shown.page;
  answerWith(shown.status);
  return <ProblemPage problem={shown} />;
}

async function open(show: (visit: Visit) => Promise<Shown>) {
  const left = actionOutcome<Problem | { outcome: 'prompt' }>();
  if (left?.outcome === 'problem') return left;
  const visit = await currentVisit();
  if (visit.outcome === 'choose-provider') return notFound(visit.language);
  if (visit.outcome !== 'customer') return visit;
  return (await orUnavailable(() => show(visit), visit.language)) ?? notFound(visit.language);
}

// Next's own `notFound()` is an empty page without the framework's scripts.
const notFound = (language: Language): Problem => problem('not-found', 404, language);
