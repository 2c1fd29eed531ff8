import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod } from '../consent/period.ts';
import { listClusters } from './clusters.ts';
import { clustersToTell } from './data-cluster.ts';
import type { ConsentFacts, PreviousConsent } from './facts.ts';
import type { Section } from './section.ts';

/** What changes for a customer who already shares with this recipient. */
export function writeRenewal(facts: ConsentFacts, previous: PreviousConsent, language: Language): Section {
  const t = translator(language);
  const date = (seconds: number) => formatDate(language, seconds);
  const [asked, had] = [clustersToTell(facts.scope), clustersToTell(previous.clusters)];
  const more = asked.filter((cluster) => !had.includes(cluster));
  const fewer = had.filter((cluster) => !asked.includes(cluster));
  const { until } = consentPeriod(facts.terms, facts.shownAt);
  return {
    title: t('Consent.renewal.title'),
    lines: [
      t('Consent.renewal.since', { recipient: facts.recipient.name[language], date: date(previous.createdAt) }),
      ...(more.length > 0 ? [t('Consent.renewal.more', { clusters: listClusters(more, language) })] : []),
      ...(fewer.length > 0 ? [t('Consent.renewal.fewer', { clusters: listClusters(fewer, language) })] : []),
      ...(more.length + fewer.length === 0 ? [t('Consent.renewal.same')] : []),
      ...(until === undefined
        ? []
        : [t('Consent.renewal.longer', { until: date(until), before: date(previous.expiresAt) })]),
    ],
  };
}
