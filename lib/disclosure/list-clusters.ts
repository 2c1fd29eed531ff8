import { formatList } from '#i18n/format-list.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { DataCluster } from '../oauth/scope.ts';
import { clustersToTell, isSensitive } from './data-cluster.ts';

const shortName = (cluster: DataCluster, language: Language): string =>
  translator(language)(`Cluster.${cluster}.short`);

/** Clusters by their short names, in a sentence. */
export const listClusters = (clusters: readonly DataCluster[], language: Language): string =>
  formatList(
    language,
    clusters.map((cluster) => shortName(cluster, language)),
  );

/** Those of a scope that are told, in a sentence. */
export const listTold = (scope: readonly DataCluster[], language: Language): string =>
  listClusters(clustersToTell(scope), language);

/** The same, each that is sensitive with its mark. */
export const listMarked = (scope: readonly DataCluster[], language: Language): string =>
  formatList(
    language,
    clustersToTell(scope).map((told) => {
      const cluster = shortName(told, language);
      return isSensitive(told) ? translator(language)('Consent.glance.sensitive', { cluster }) : cluster;
    }),
  );
