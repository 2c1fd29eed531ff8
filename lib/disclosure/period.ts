import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod, daysOf, offeredPeriods } from '../consent/period.ts';
import { namesIn } from '../registry/name.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** Until when; or the ends to choose from, in days from the moment the page is shown, the one that is asked for first. */
export interface PeriodSection extends Section {
  options?: { days: number; label: string }[];
}

export function writePeriod(facts: ConsentFacts, language: Language): PeriodSection {
  const t = translator(language);
  const { recipient, terms, shownAt } = facts;
  const names = namesIn(language, { recipient: recipient.name });
  const title = t('Consent.period.title');
  const { until } = consentPeriod(terms, shownAt);
  if (until === undefined) return { title, lines: [t('Consent.period.once', names)] };
  const options = writeOptions(facts, language);
  const date = formatDate(language, until);
  return options.length > 0 ? { title, lines: [], options } : { title, lines: [t('Consent.period.until', { date })] };
}

function writeOptions({ terms, shownAt, previous }: ConsentFacts, language: Language) {
  const t = translator(language);
  const chosenBefore = previous && daysOf(previous);
  return offeredPeriods(terms).map((days, index) => {
    const date = formatDate(language, shownAt + days * 86_400);
    if (index === 0) return { days, label: t('Consent.period.full', { date }) };
    return { days, label: days === chosenBefore ? t('Consent.period.before', { date }) : date };
  });
}
