import { type DataCluster, dataClusters } from '../oauth/scope.ts';

const sensitive: readonly DataCluster[] = ['STATEMENTS', 'ACCOUNT_PAYMENTS', 'CUSTOMER_PERSONAL'];

/** True for clusters that reveal more about a person than their money. They are marked in words. */
export const isSensitive = (cluster: DataCluster): boolean => sensitive.includes(cluster);

/** Clusters whose fields a wider cluster also holds. The two are described as one. */
const widerThan: Partial<Record<DataCluster, DataCluster>> = {
  ACCOUNT_BASIC: 'ACCOUNT_DETAILED',
  CUSTOMER_CONTACT: 'CUSTOMER_PERSONAL',
};

/** The clusters to describe to a customer, without those that a wider one of the same request covers. */
export function clustersToTell(clusters: readonly DataCluster[]): DataCluster[] {
  return clusters.filter((cluster) => {
    const wider = widerThan[cluster];
    return !wider || !clusters.includes(wider);
  });
}

/** True for a cluster that is held, or whose fields a wider one among those holds. */
export const isCovered = (cluster: DataCluster, held: readonly DataCluster[]): boolean =>
  held.includes(cluster) || !clustersToTell([...held, cluster]).includes(cluster);

/** What a statement shows, whether or not it is asked for by itself. */
const shownInStatements: readonly DataCluster[] = [
  'ACCOUNT_BASIC',
  'ACCOUNT_DETAILED',
  'TRANSACTIONS',
  'ACCOUNT_PAYMENTS',
  'CUSTOMER_CONTACT',
];

/** The clusters of which a request discloses nothing, not even inside of another. */
export const withheldClusters = (scope: readonly DataCluster[]): DataCluster[] =>
  dataClusters.filter(
    (cluster) => !isCovered(cluster, scope) && !(scope.includes('STATEMENTS') && shownInStatements.includes(cluster)),
  );

/** True for clusters that reach back in time, and so need a date. */
export const hasHistory = (cluster: DataCluster): boolean => cluster === 'TRANSACTIONS' || cluster === 'STATEMENTS';
