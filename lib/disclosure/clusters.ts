import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod, formatDate } from '../consent/period.ts';
import type { DataCluster } from '../oauth/scope.ts';
import type { ConsentFacts } from './consent-words.ts';
import { clustersToTell, hasHistory, isSensitive } from './data-cluster.ts';

/** A data cluster in a customer's words; `sensitive` is the mark itself, a word. */
export interface ClusterWords {
  cluster: DataCluster;
  title: string;
  fields: string;
  sensitive?: string;
  /** How far back it reaches. */
  history?: string;
  /** What it discloses besides. */
  warnings: string[];
}

export function writeClusters(facts: ConsentFacts, language: Language): ClusterWords[] {
  const t = translator(language);
  return clustersToTell(facts.scope).map((cluster) => ({
    ...writeClusterNames(cluster, language),
    ...(isSensitive(cluster) && { sensitive: t('Consent.data.sensitive') }),
    ...(hasHistory(cluster) && { history: writeHistory(facts, language) }),
    warnings: writeDisclosure(cluster, facts, language),
  }));
}

/** A cluster's heading and fields alone. */
export function writeClusterNames(cluster: DataCluster, language: Language): ClusterWords {
  const t = translator(language);
  return { cluster, title: t(`Cluster.${cluster}.title`), fields: t(`Cluster.${cluster}.fields`), warnings: [] };
}

function writeHistory({ recipient, provider, shownAt }: ConsentFacts, language: Language): string {
  const t = translator(language);
  const { lookbackFrom, until } = consentPeriod(recipient, shownAt);
  if (lookbackFrom === undefined) return t('Consent.data.historyUnknown', { provider: provider.name[language] });
  const date = formatDate(language, lookbackFrom);
  return until === undefined ? t('Consent.data.history', { date }) : t('Consent.data.historyOngoing', { date });
}

// One cluster may disclose what another one is for, asked or not.
function writeDisclosure(cluster: DataCluster, { provider }: ConsentFacts, language: Language): string[] {
  const t = translator(language);
  switch (cluster) {
    case 'STATEMENTS':
    case 'ACCOUNT_PAYMENTS':
    case 'CUSTOMER_CONTACT':
      return [t(`Cluster.${cluster}.note`)];
    case 'CUSTOMER_PERSONAL':
      return [t('Cluster.CUSTOMER_CONTACT.note'), t(`Cluster.${cluster}.note`, { provider: provider.name[language] })];
    default:
      return [];
  }
}
