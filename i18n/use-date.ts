import { useFormatter } from 'next-intl';
import { withFirstOfMonth } from './format-date.ts';
import { useLanguage } from './use-language.ts';

/** Writes a date in full, from epoch seconds, in the language of the page at hand. */
export function useDate(): (seconds: number) => string {
  const [format, language] = [useFormatter(), useLanguage()];
  return (seconds) => withFirstOfMonth(language, format.dateTime(seconds * 1000, { dateStyle: 'long' }));
}
