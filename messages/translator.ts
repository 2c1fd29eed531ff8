import { createTranslator } from 'next-intl';
import type { Language } from '../lib/oauth/language.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** The tongue of the dates and lists of a language: Canada's. */
export const locales = { en: 'en-CA', fr: 'fr-CA' } as const;

const translators = {
  en: createTranslator({ locale: locales.en, messages: en }),
  fr: createTranslator({ locale: locales.fr, messages: fr as typeof en }),
};

export type Translator = (typeof translators)['en'];

/** The messages of a language. One a process: each text is parsed once. */
export const translator = (language: Language): Translator => translators[language];
