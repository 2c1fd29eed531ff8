import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { actionLanguage } from '#lib/http/page-answer.ts';
import { timeZone } from './format-date.ts';
import { type Language, languageOfTag, loadMessages, locales } from './locale.ts';

/** The request header by which `proxy.ts` hands on the language it has read. */
export const languageHeader = 'x-accord-language';

/** The language of this request: what its action has switched to, else what was read at the door. */
export const requestLanguage = async (): Promise<Language> =>
  actionLanguage() ?? languageOfTag((await headers()).get(languageHeader) ?? '') ?? 'en';

/** The messages of this request's language, or of the one that a component asks for. */
export default getRequestConfig(async ({ locale: asked = '' }) => {
  const language = languageOfTag(asked) ?? (await requestLanguage());
  return { locale: locales[language].tag, messages: await loadMessages(language), timeZone };
});
