import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { actionLanguage } from '#lib/http/page-answer.ts';
import en from '#messages/en.json' with { type: 'json' };
import fr from '#messages/fr.json' with { type: 'json' };
import { type Language, languageOfTag } from './locale.ts';
import { locales } from './recorded-translator.ts';

const messages: Record<Language, typeof en> = { en, fr };

/** The request header by which `proxy.ts` hands on the language it has read. */
export const languageHeader = 'x-accord-language';

/** The language of this request: what its action has switched to, else what was read at the door. */
export const requestLanguage = async (): Promise<Language> =>
  actionLanguage() ?? languageOfTag((await headers()).get(languageHeader) ?? '') ?? 'en';

export default getRequestConfig(async () => {
  const language = await requestLanguage();
  return { locale: locales[language], messages: messages[language], timeZone: 'America/Toronto' };
});
