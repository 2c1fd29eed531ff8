import { redirect } from 'next/navigation';
import { actionOutcome, answerWith } from './page-answer.ts';
import type { Redirect } from './problem.ts';

/** What a page can come to: somewhere else, or something to show with a status of its own. */
type Settled<Outcome> = Exclude<Outcome, Redirect>;
interface Shown {
  outcome: string;
  status?: number;
  headers?: Record<string, string>;
}

/**
 * Settles what a page shows: the outcome of this request's action, if one ran, else what opening the page comes to. Sends
 * the browser on (by 303 where the host lets a page say so) and gives the answer its status. Throws as `redirect()` does:
 * never inside `try`. What is not there is a problem to show: without the framework's scripts `notFound()` is an empty
 * page.
 */
export const settlePage = async <Outcome extends Shown | Redirect>(
  open: () => Promise<Outcome>,
): Promise<Settled<Outcome>> => settle(actionOutcome<Outcome>() ?? (await open()));

/** The same of an outcome that is known. */
export function settle<Outcome extends Shown | Redirect>(shown: Outcome): Settled<Outcome> {
  if (shown.outcome === 'redirect') {
    answerWith(303);
    redirect((shown as Redirect).to);
  }
  const { status = 200, headers } = shown as Shown;
  answerWith(status, headers);
  return shown as Settled<Outcome>;
}
