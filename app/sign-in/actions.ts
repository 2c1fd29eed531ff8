'use server';

import { redirect } from 'next/navigation';
import { answerSignIn } from '#lib/authorization/answer-sign-in.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { clientOfRequest } from '#lib/log/request-log.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** On to the consent or the dashboard, back to the recipient, or the page again with what went wrong. */
export async function signIn(form: FormData): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome === 'problem') return showOutcome(posted);
  const { db, now } = atHand();
  const from = { cookies: posted.cookies, address: clientOfRequest() };
  const answer = await answerSignIn(db, posted.fields, from, now);
  if (answer.outcome !== 'redirect') return showOutcome(answer);
  if (answer.cookie) posted.cookies.set(answer.cookie);
  redirect(answer.to);
}
