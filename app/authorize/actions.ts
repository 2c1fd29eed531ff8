'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { requestLanguage } from '#i18n/request.ts';
import { answerDecision } from '#lib/authorization/answer-decision.ts';
import { textFieldsOf } from '#lib/http/form.ts';
import { refuseForeignForm } from '#lib/http/same-origin.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';

/** The answer of the consent page: back to the recipient with a code or `access_denied`, or the page once more. */
export async function decide(form: FormData): Promise<void> {
  const language = await requestLanguage();
  const answer =
    refuseForeignForm(await headers(), language) ??
    (await answerDecision(database(), textFieldsOf(form), { cookies: await cookies(), language }, now()));
  if (answer.outcome === 'redirect') redirect(answer.to);
  showOutcome(answer, answer.outcome === 'prompt' ? answer.request.language : answer.language);
}
