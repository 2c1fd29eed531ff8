import { byLanguage, type Language, locales } from './locale.ts';

// The customers' calendar. Which of Canada's six zones it is moves a date by a day at most.
export const timeZone = 'America/Toronto';
const calendars = byLanguage(
  (language) => new Intl.DateTimeFormat(locales[language].tag, { dateStyle: 'long', timeZone }),
);

/** A date in full that stays on one line, from epoch seconds: `March 12, 2026`, `12 mars 2026`, `1er avril 2026`. */
export const formatDate = (language: Language, seconds: number): string =>
  onOneLine(withFirstOfMonth(language, calendars[language].format(seconds * 1000)));

/** The same text, with spaces at which no line is broken. */
export const onOneLine = (text: string): string => text.replaceAll(/\s/g, '\u00a0');

/** A date as `Intl` writes it, with the `1er` of French, which `Intl` does not know. */
export const withFirstOfMonth = (language: Language, date: string): string =>
  language === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date;
