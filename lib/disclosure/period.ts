import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod, formatDate, offeredPeriods } from '../consent/period.ts';
import type { ConsentFacts, Passage } from './consent-words.ts';

/** Until when, and the earlier ends that may be chosen, in days from the moment the page is shown. */
export interface PeriodWords extends Passage {
  choice?: { label: string; options: { days: number; label: string }[] };
}

export function writePeriod({ recipient, shownAt }: ConsentFacts, language: Language): PeriodWords {
  const t = translator(language);
  const names = { recipient: recipient.name[language] };
  const { until } = consentPeriod(recipient, shownAt);
  const title = t('Consent.period.title');
  if (until === undefined) return { title, lines: [t('Consent.period.once', names)] };
  const options = offeredPeriods(recipient).map((days, index) => {
    const date = formatDate(language, shownAt + days * 86_400);
    return { days, label: t(index === 0 ? 'Consent.period.full' : 'Consent.period.shorter', { ...names, date }) };
  });
  return {
    title,
    lines: [t('Consent.period.until', { date: formatDate(language, until) })],
    ...(options.length > 0 && { choice: { label: t('Consent.period.choose'), options } }),
  };
}
