import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { actionLanguage } from '#lib/http/page-answer.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { voiceOf } from '#lib/registry/voice-of.ts';
import { timeZone } from './format-date.ts';
import { type Language, languageOfTag, loadMessages, locales } from './locale.ts';
import { withWording } from './voice.ts';

/** The request header by which `proxy.ts` hands on the language it has read. */
export const languageHeader = 'x-accord-language';

/** The request header by which `proxy.ts` hands on at which bank the page is. */
export const providerHeader = 'x-accord-provider';

/** The bank whose page this is; undefined on a page of ours alone. */
export const requestProvider = async () => currentRegistry().providers.get((await headers()).get(providerHeader) ?? '');

/** The language of this request: what its action has switched to, else what was read at the door. */
export const requestLanguage = async (): Promise<Language> =>
  actionLanguage() ?? languageOfTag((await headers()).get(languageHeader) ?? '') ?? 'en';

/** The messages of this request's language, or of the one that a component asks for; in the voice of the bank. */
export default getRequestConfig(async ({ locale: asked = '' }) => {
  const language = languageOfTag(asked) ?? (await requestLanguage());
  const provider = await requestProvider();
  const voice = provider && voiceOf(provider);
  return {
    locale: locales[language].tag,
    messages: withWording(await loadMessages(language), voice?.wording[language]),
    timeZone: voice?.timeZone ?? timeZone,
  };
});
