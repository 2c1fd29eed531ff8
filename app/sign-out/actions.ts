'use server';

import { redirect } from 'next/navigation';
import { answerSignOut } from '#lib/authorization/answer-sign-out.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** Ends the session, and the bank's where it offers that; the customer must sign in again for what they came for. */
export async function signOut(form: FormData): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome === 'problem') return showOutcome(posted);
  const { db, now } = atHand();
  const answer = await answerSignOut(db, posted.fields, posted.cookies, now);
  if (answer.outcome === 'problem') return showOutcome(answer);
  for (const cookie of answer.cookies) posted.cookies.set(cookie);
  redirect(answer.to);
}
