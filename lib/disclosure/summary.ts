import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod, offeredPeriods } from '../consent/period.ts';
import type { AccountsSection } from './accounts.ts';
import type { ConsentFacts } from './facts.ts';
import { listMarked, listTold } from './list-clusters.ts';

/** The request at a glance: what, from which accounts, until when, and what it can never do. */
interface Glance {
  what: string;
  accounts: string;
  until: string;
  never: string;
}

function writeGlance(facts: ConsentFacts, { choices }: AccountsSection, language: Language): Glance {
  const t = translator(language);
  const [only, ...more] = choices;
  return {
    what: t('Consent.glance.what', { clusters: listMarked(facts.scope, language) }),
    accounts:
      only && more.length === 0 ? t('Consent.glance.account', { account: only.label }) : t('Consent.glance.accounts'),
    until: writeUntil(facts, language),
    never: t('Consent.glance.never'),
  };
}

function writeUntil({ terms, shownAt }: ConsentFacts, language: Language): string {
  const t = translator(language);
  const { until } = consentPeriod(terms, shownAt);
  if (until === undefined) return t('Consent.glance.once');
  const date = formatDate(language, until);
  return offeredPeriods(terms).length > 0
    ? t('Consent.glance.untilOrSooner', { date })
    : t('Consent.glance.until', { date });
}

/** The whole of it in short, above the data and above the answers. */
export interface SummarySections {
  glance: Glance;
  recap: Recap;
}

export const writeSummary = (facts: ConsentFacts, accounts: AccountsSection, language: Language): SummarySections => ({
  glance: writeGlance(facts, accounts, language),
  recap: writeRecap(facts, accounts, language),
});

/** What an Allow would share, and until when. */
interface Recap {
  what: string;
  until: string;
}

function writeRecap({ scope, terms, shownAt }: ConsentFacts, { choices }: AccountsSection, language: Language): Recap {
  const t = translator(language);
  const clusters = listTold(scope, language);
  return {
    what: choices.length === 1 ? t('Consent.recap.one', { clusters }) : t('Consent.recap.what', { clusters }),
    until: writeEnd(),
  };

  function writeEnd(): string {
    const { until } = consentPeriod(terms, shownAt);
    if (until === undefined) return t('Consent.recap.once');
    // Which of several will be chosen, the page cannot know.
    if (offeredPeriods(terms).length > 0) return t('Consent.recap.chosen');
    return t('Consent.recap.until', { date: formatDate(language, until) });
  }
}
