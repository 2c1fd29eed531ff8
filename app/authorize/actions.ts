'use server';

import { redirect } from 'next/navigation';
import { readLanguageSwitch } from '#i18n/locale.ts';
import { answerDecision } from '#lib/authorization/answer-decision.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** The answer of the consent page: back to the recipient with a code or `access_denied`, or the page once more. */
export async function decide(form: FormData): Promise<void> {
  const posted = await readOwnForm(form);
  const { db, now } = atHand();
  const answer = posted.outcome === 'own' ? await answerDecision(db, posted.fields, posted, now) : posted;
  if (answer.outcome === 'redirect') redirect(answer.to);
  showOutcome(answer);
}

/** Shows the question at which bank in the language that was chosen, and remembers it. */
export async function askInLanguage(form: FormData): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome === 'problem') return showOutcome(posted);
  const [, query = ''] = posted.fields.get('address')?.split('?') ?? [];
  const address = new URLSearchParams(query);
  address.set('language', readLanguageSwitch(posted.fields) ?? posted.language);
  redirect(`/authorize?${address}`);
}
