import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod, offeredPeriods } from '../consent/period.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** Until when, and the earlier ends that may be chosen, in days from the moment the page is shown. */
export interface PeriodSection extends Section {
  choice?: { label: string; options: { days: number; label: string }[] };
}

export function writePeriod({ recipient, terms, shownAt }: ConsentFacts, language: Language): PeriodSection {
  const t = translator(language);
  const name = recipient.name[language];
  const title = t('Consent.period.title');
  const { until } = consentPeriod(terms, shownAt);
  if (until === undefined) return { title, lines: [t('Consent.period.once', { recipient: name })] };
  const options = offeredPeriods(terms).map((days, index) => {
    const date = formatDate(language, shownAt + days * 86_400);
    const isAsked = index === 0;
    return {
      days,
      label: isAsked ? t('Consent.period.full', { recipient: name, date }) : t('Consent.period.shorter', { date }),
    };
  });
  return {
    title,
    lines: [t('Consent.period.until', { date: formatDate(language, until) })],
    ...(options.length > 0 && { choice: { label: t('Consent.period.choose'), options } }),
  };
}
