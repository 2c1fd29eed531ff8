'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readLanguageSwitch } from '#i18n/locale.ts';
import { addressHeader } from '#lib/http/address-header.ts';
import { addressIn } from '#lib/http/address-in.ts';
import { readOwnForm } from '#lib/http/own-form.ts';
import { showOutcome } from '#lib/http/show-outcome.ts';

/** Shows the same page in the language that was chosen, and remembers it. */
export async function switchLanguage(form: FormData): Promise<void> {
  const posted = await readOwnForm(form);
  if (posted.outcome === 'problem') return showOutcome(posted);
  const address = (await headers()).get(addressHeader) ?? '/consents';
  redirect(addressIn(readLanguageSwitch(posted.fields) ?? posted.language, address));
}
