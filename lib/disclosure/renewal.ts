import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { namesIn } from '../registry/name.ts';
import { clustersToTell, isCovered } from './data-cluster.ts';
import type { ConsentFacts, PreviousConsent } from './facts.ts';
import { listClusters } from './list-clusters.ts';
import type { Section } from './section.ts';

/** What changes for a customer who already shares with this recipient, or that they have just allowed this request. */
export function writeRenewal(facts: ConsentFacts, previous: PreviousConsent, language: Language): Section {
  const t = translator(language);
  const date = (seconds: number) => formatDate(language, seconds);
  const since = { ...namesIn(language, { recipient: facts.recipient.name }), date: date(previous.createdAt) };
  if (facts.isAllowedAlready)
    return {
      title: t('Consent.renewal.allowedTitle'),
      lines: [t('Consent.renewal.allowed', since), t('Consent.renewal.undo')],
    };
  // A cluster is new only if nothing that was held covers it.
  const more = clustersToTell(facts.scope).filter((cluster) => !isCovered(cluster, previous.clusters));
  const fewer = clustersToTell(previous.clusters).filter((cluster) => !isCovered(cluster, facts.scope));
  return {
    title: t('Consent.renewal.title'),
    lines: [
      t('Consent.renewal.since', since),
      ...(more.length > 0 ? [t('Consent.renewal.more', { clusters: listClusters(more, language) })] : []),
      ...(fewer.length > 0 ? [t('Consent.renewal.fewer', { clusters: listClusters(fewer, language) })] : []),
      ...(more.length + fewer.length === 0 ? [t('Consent.renewal.same')] : []),
      t('Consent.renewal.before', { date: date(previous.expiresAt) }),
    ],
  };
}
