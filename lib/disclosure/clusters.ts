import { formatDate } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { consentPeriod } from '../consent/period.ts';
import type { DataCluster } from '../oauth/scope.ts';
import { namesIn } from '../registry/name.ts';
import { clustersToTell, hasHistory, isSensitive } from './data-cluster.ts';
import type { ConsentFacts } from './facts.ts';

/** A data cluster in plain words; `sensitive` is the text of the mark. */
export interface ClusterText {
  cluster: DataCluster;
  title: string;
  fields: string;
  sensitive?: string;
  /** How far back it reaches. */
  history?: string;
  /** What else it discloses. */
  warnings: string[];
}

export function writeClusters(facts: ConsentFacts, language: Language): ClusterText[] {
  const t = translator(language);
  return clustersToTell(facts.scope).map((cluster) => ({
    ...writeClusterNames(cluster, language),
    ...(isSensitive(cluster) && { sensitive: t('Consent.data.sensitive') }),
    ...(hasHistory(cluster) && { history: writeHistory(facts, language) }),
    warnings: writeWarnings(cluster, facts, language),
  }));
}

/** A cluster's heading and fields alone. */
export function writeClusterNames(cluster: DataCluster, language: Language): ClusterText {
  const t = translator(language);
  return { cluster, title: t(`Cluster.${cluster}.title`), fields: t(`Cluster.${cluster}.fields`), warnings: [] };
}

function writeHistory({ terms, provider, shownAt }: ConsentFacts, language: Language): string {
  const t = translator(language);
  const { lookbackFrom } = consentPeriod(terms, shownAt);
  if (lookbackFrom === undefined)
    return t('Consent.data.historyUnknown', namesIn(language, { provider: provider.name }));
  return t('Consent.data.history', { date: formatDate(language, lookbackFrom) });
}

// A cluster may disclose what another cluster holds, whether that one is asked for or not.
function writeWarnings(cluster: DataCluster, { provider }: ConsentFacts, language: Language): string[] {
  const t = translator(language);
  switch (cluster) {
    case 'STATEMENTS':
    case 'ACCOUNT_PAYMENTS':
    case 'CUSTOMER_CONTACT':
      return [t(`Cluster.${cluster}.note`)];
    case 'CUSTOMER_PERSONAL':
      return [
        t('Cluster.CUSTOMER_CONTACT.note'),
        t(`Cluster.${cluster}.note`, namesIn(language, { provider: provider.name })),
      ];
    default:
      return [];
  }
}
