import { byLanguage, type Language, locales } from './locale.ts';

// The customers' calendar. Which of Canada's six zones it is moves a date by a day at most.
export const timeZone = 'America/Toronto';
const calendars = byLanguage(
  (language) => new Intl.DateTimeFormat(locales[language].tag, { dateStyle: 'long', timeZone }),
);

/** A date in full, from epoch seconds: `March 12, 2026`, `12 mars 2026`, `1er avril 2026`. */
export const formatDate = (language: Language, seconds: number): string =>
  withFirstOfMonth(language, asOneWord(calendars[language].format(seconds * 1000)));

/** A date or a time that no line breaks in two. */
export const asOneWord = (text: string): string => text.replaceAll(/\s/g, '\u00a0');

/** A date as `Intl` writes it, with the `1er` of French, which `Intl` does not know. */
export const withFirstOfMonth = (language: Language, date: string): string =>
  language === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date;
