import { createTranslator } from 'next-intl';
import type en from '#messages/en.json';
import { type Language, languages, locales } from './locale.ts';

const loadTranslator = async (language: Language) => {
  const { default: messages } = await locales[language].messages();
  return createTranslator({ locale: language, messages: messages as typeof en });
};

export type Translator = Awaited<ReturnType<typeof loadTranslator>>;

const translators = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await loadTranslator(language)])),
) as Record<Language, Translator>;

/** Writes the words that are recorded with a consent. They are evidence, so no page's setting has a part in them. */
export const translator = (language: Language): Translator => translators[language];
