import { createTranslator } from 'next-intl';
import en from '#messages/en.json' with { type: 'json' };
import fr from '#messages/fr.json' with { type: 'json' };
import type { Language } from './locale.ts';

/** The tongue of the dates and lists of a language: Canada's. */
export const locales = { en: 'en-CA', fr: 'fr-CA' } as const;

const translators = {
  en: remembering(createTranslator({ locale: locales.en, messages: en })),
  fr: remembering(createTranslator({ locale: locales.fr, messages: fr as typeof en })),
};

export type Translator = (typeof translators)['en'];

/** The messages of a language. */
export const translator = (language: Language): Translator => translators[language];

// A page says some forty things, and nearly all of them as it said them to the customer before.
function remembering<Translate extends (key: never, values?: never) => string>(translate: Translate): Translate {
  const said = new Map<string, string>();
  return ((key: string, values?: Record<string, unknown>) => {
    const asked = values ? `${key} ${JSON.stringify(values)}` : key;
    const text = said.get(asked) ?? translate(key as never, values as never);
    if (said.size >= 2000) said.clear();
    said.set(asked, text);
    return text;
  }) as unknown as Translate;
}
