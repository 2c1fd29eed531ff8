import { type Language, locales } from './locale.ts';
import { currentVoice } from './voice.ts';

/** The calendar of customers whose bank names none. */
export const timeZone = 'America/Toronto';

const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known =
    calendars.get(key) ?? new Intl.DateTimeFormat(locales[language].tag, { dateStyle: 'long', timeZone: zone });
  calendars.set(key, known);
  return known;
}

/** A date in full that stays on one line, from epoch seconds: `March 12, 2026`, `12 mars 2026`, `1er avril 2026`. */
export const formatDate = (language: Language, seconds: number): string =>
  onOneLine(
    withFirstOfMonth(language, calendarOf(language, currentVoice()?.timeZone ?? timeZone).format(seconds * 1000)),
  );

/** The same text, with spaces at which no line is broken. */
export const onOneLine = (text: string): string => text.replaceAll(/\s/g, '\u00a0');

/** A date as `Intl` writes it, with the `1er` of French, which `Intl` does not know. */
export const withFirstOfMonth = (language: Language, date: string): string =>
  language === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date;
