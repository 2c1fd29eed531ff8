import type en from '#messages/en.json';
import { type Language, languages, loadMessages } from './locale.ts';
import { createOurTranslator, currentVoice, type Wording, withWording } from './voice.ts';

export type Translator = ReturnType<typeof createOurTranslator>;

const ours = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await loadMessages(language)])),
) as Record<Language, typeof en>;

const translators = Object.fromEntries(
  languages.map((language) => [language, createOurTranslator(language, ours[language])]),
) as Record<Language, Translator>;

const worded = new WeakMap<Wording, Translator>();

/**
 * Writes the words that are recorded with a consent. They are evidence, so they depend on no setting of a page; a bank in
 * whose voice they are written has its own wording.
 */
export function translator(language: Language): Translator {
  const wording = currentVoice()?.wording[language];
  if (!wording) return translators[language];
  const known = worded.get(wording) ?? createOurTranslator(language, withWording(ours[language], wording));
  worded.set(wording, known);
  return known;
}
