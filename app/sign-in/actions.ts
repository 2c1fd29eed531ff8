'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requestLanguage } from '#i18n/request.ts';
import { answerSignIn } from '#lib/authorization/answer-sign-in.ts';
import { textFieldsOf } from '#lib/http/form.ts';
import { refuseForeignForm } from '#lib/http/same-origin.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { clientOfRequest } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';

/** On to the consent or the dashboard, back to the recipient, or the page again with what went wrong. */
export async function signIn(form: FormData): Promise<void> {
  const jar = await cookies();
  const answer =
    refuseForeignForm(await headers(), await requestLanguage()) ??
    (await answerSignIn(database(), textFieldsOf(form), { cookies: jar, address: clientOfRequest() }, now()));
  if (answer.outcome !== 'redirect')
    return showOutcome(answer, answer.outcome === 'prompt' ? answer.signIn.language : answer.language);
  if (answer.cookie) jar.set(answer.cookie);
  redirect(answer.to);
}
