import { useFormatter, useTranslations } from 'next-intl';
import { onOneLine, withFirstOfMonth } from './format-date.ts';
import { useLanguage } from './use-language.ts';

/** Writes a date in full, from epoch seconds, in the language of the page at hand. */
export function useDate(): (seconds: number) => string {
  const [format, language] = [useFormatter(), useLanguage()];
  return (seconds) => withFirstOfMonth(language, onOneLine(format.dateTime(seconds * 1000, { dateStyle: 'long' })));
}

/** The same with the time of day, to the minute; `zone` names the time zone beside it. */
export function useDateTime({ zone = false } = {}): (seconds: number) => string {
  const [format, date, t] = [useFormatter(), useDate(), useTranslations('Document')];
  const timeOf = (seconds: number) =>
    format.dateTime(seconds * 1000, {
      hour: 'numeric',
      minute: '2-digit',
      ...(zone && { timeZoneName: 'short' as const }),
    });
  return (seconds) => t('dateTime', { date: date(seconds), time: onOneLine(timeOf(seconds)) });
}
