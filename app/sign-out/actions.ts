'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requestLanguage } from '#i18n/request.ts';
import { answerSignOut } from '#lib/authorization/answer-sign-out.ts';
import { textFieldsOf } from '#lib/http/form.ts';
import { refuseForeignForm } from '#lib/http/same-origin.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';

/** Ends the session, and the bank's where it offers that; the customer must sign in again for what they came for. */
export async function signOut(form: FormData): Promise<void> {
  const jar = await cookies();
  const answer =
    refuseForeignForm(await headers(), await requestLanguage()) ??
    (await answerSignOut(database(), textFieldsOf(form), jar, now()));
  if (answer.outcome === 'problem') return showOutcome(answer, answer.language);
  for (const cookie of answer.cookies) jar.set(cookie);
  redirect(answer.to);
}
