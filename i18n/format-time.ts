import { onOneLine, timeZone } from './format-date.ts';
import { byLanguage, type Language, locales } from './locale.ts';

const clocks = byLanguage(
  (language) =>
    new Intl.DateTimeFormat(locales[language].tag, {
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    }),
);

/** A time of day with its zone, from epoch seconds: `4:05 p.m. EST`, `16 h 05 HNE`. */
export const formatTime = (language: Language, seconds: number): string =>
  onOneLine(clocks[language].format(seconds * 1000));
