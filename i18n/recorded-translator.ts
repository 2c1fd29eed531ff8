import { createTranslator } from 'next-intl';
import { type Language, languages, loadMessages, locales } from './locale.ts';

const loadTranslator = async (language: Language) =>
  createTranslator({ locale: locales[language].tag, messages: await loadMessages(language) });

export type Translator = Awaited<ReturnType<typeof loadTranslator>>;

const translators = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await loadTranslator(language)])),
) as Record<Language, Translator>;

/** Writes the words that are recorded with a consent. They are evidence, so they depend on no setting of a page. */
export const translator = (language: Language): Translator => translators[language];
