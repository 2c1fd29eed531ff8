import { redirect } from 'next/navigation';
import { answerWith } from './page-answer.ts';

/** Sends the browser on from a page, by 303 where the host lets a page say so. Throws: never inside `try`. */
export function sendBrowser(to: string): never {
  answerWith(303);
  redirect(to);
}
