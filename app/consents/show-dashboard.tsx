import type { ReactElement, ReactNode } from 'react';
import { ProblemCards } from '#components/problem-cards.tsx';
import { ProblemPage } from '#components/problem-page.tsx';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { forCustomer } from '#lib/dashboard/for-customer.ts';
import { actionOutcome } from '#lib/http/page-answer.ts';
import type { Problem, Redirect } from '#lib/http/problem.ts';
import { settle } from '#lib/http/settle-page.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import type { Database } from '#lib/storage/database.ts';
import { currentVisit } from './current-visit.ts';

/** What a page of the dashboard comes to; `not-found` where there is nothing of the customer's own to see. */
export type Shown = { outcome: 'page'; page: ReactElement } | Redirect | { outcome: 'not-found' };

/** Shows a page to a customer who is signed in; anyone else is sent to sign in, and trouble is our own page. */
export async function showDashboard(
  show: (db: Database, visit: Visit, now: number) => Promise<Shown>,
): Promise<ReactNode> {
  const left = actionOutcome<{ outcome: 'prompt' } | Problem>();
  const visit = await currentVisit();
  const { db, now } = atHand();
  const shown = settle(
    left?.outcome === 'problem' ? left : await forCustomer(visit, (customer) => show(db, customer, now)),
  );
  if (shown.outcome === 'page') return shown.page;
  // Who is signed in has the layout's frame around it.
  return visit.outcome === 'customer' ? <ProblemCards problem={shown} /> : <ProblemPage problem={shown} />;
}
