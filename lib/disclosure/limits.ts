import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type DataCluster, dataClusters } from '../oauth/scope.ts';
import { isShareable } from '../registry/account.ts';
import { listClusters } from './clusters.ts';
import { clustersToTell } from './data-cluster.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** What is not shared and cannot be done. */
export function writeLimits({ recipient, scope, accounts }: ConsentFacts, language: Language): Section {
  const t = translator(language);
  const name = recipient.name[language];
  const notAsked = dataClusters.filter((cluster) => !isCovered(cluster, scope));
  return {
    title: t('Consent.limits.title'),
    lines: [
      t('Consent.limits.credentials'),
      t('Consent.limits.money', { recipient: name }),
      ...(accounts.filter(isShareable).length > 1 ? [t('Consent.limits.accounts')] : []),
      ...(notAsked.length > 0
        ? [t('Consent.limits.notAsked', { recipient: name, clusters: listClusters(notAsked, language) })]
        : []),
    ],
  };
}

/** True for a cluster that is asked for, or whose fields a wider one holds. */
const isCovered = (cluster: DataCluster, scope: readonly DataCluster[]) =>
  scope.includes(cluster) || !clustersToTell([...scope, cluster]).includes(cluster);
