import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod, formatDate } from '../consent/period.ts';
import type { DataCluster } from '../oauth/scope.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { ConsentFacts, Passage } from './consent-words.ts';
import { clustersToTell } from './data-cluster.ts';

/** What the words tell of the consent that a new one would replace; times in epoch seconds. */
export type PreviousConsent = Pick<StoredConsent, 'id' | 'clusters' | 'createdAt' | 'expiresAt'>;

/** What changes for a customer who shares with this recipient already. */
export function writeRenewal(facts: ConsentFacts, previous: PreviousConsent, language: Language): Passage {
  const t = translator(language);
  const recipient = facts.recipient.name[language];
  const list = new Intl.ListFormat(`${language}-CA`, { type: 'conjunction' });
  const inWords = (clusters: readonly DataCluster[]) =>
    list.format(clusters.map((cluster) => t(`Cluster.${cluster}.short`)));
  const [asked, had] = [clustersToTell(facts.scope), clustersToTell(previous.clusters)];
  const more = asked.filter((cluster) => !had.includes(cluster));
  const fewer = had.filter((cluster) => !asked.includes(cluster));
  const { until } = consentPeriod(facts.recipient, facts.shownAt);
  return {
    title: t('Consent.renewal.title'),
    lines: [
      t('Consent.renewal.since', { recipient, date: formatDate(language, previous.createdAt) }),
      ...(more.length > 0 ? [t('Consent.renewal.more', { clusters: inWords(more) })] : []),
      ...(fewer.length > 0 ? [t('Consent.renewal.fewer', { clusters: inWords(fewer) })] : []),
      ...(more.length + fewer.length === 0 ? [t('Consent.renewal.same')] : []),
      ...(until === undefined
        ? []
        : [
            t('Consent.renewal.longer', {
              until: formatDate(language, until),
              before: formatDate(language, previous.expiresAt),
            }),
          ]),
    ],
  };
}
