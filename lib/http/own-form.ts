import { cookies, headers } from 'next/headers';
import { type Language, readLanguageSwitch } from '#i18n/locale.ts';
import { requestLanguage } from '#i18n/request.ts';
import { languageCookie } from '../sign-in/language-cookie.ts';
import { textFieldsOf } from './form.ts';
import type { Problem } from './problem.ts';
import { refuseForeignForm } from './same-origin.ts';

/** A form that one of our own pages has posted, with the cookies that came along. */
interface OwnForm {
  outcome: 'own';
  fields: URLSearchParams;
  cookies: Awaited<ReturnType<typeof cookies>>;
  language: Language;
}

/** Reads the form of a Server Action. The door has refused foreign ones; an action trusts nothing and asks again.
 * A language that was chosen in it is remembered. */
export async function readOwnForm(form: FormData): Promise<OwnForm | Problem> {
  const language = await requestLanguage();
  const refused = refuseForeignForm(await headers(), language);
  if (refused) return refused;
  const [fields, jar] = [textFieldsOf(form), await cookies()];
  const chosen = readLanguageSwitch(fields);
  if (chosen) jar.set(languageCookie(chosen));
  return { outcome: 'own', fields, cookies: jar, language };
}
