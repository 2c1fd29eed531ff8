import type { DataCluster } from '../oauth/scope.ts';

const sensitive: readonly DataCluster[] = ['STATEMENTS', 'ACCOUNT_PAYMENTS', 'CUSTOMER_PERSONAL'];

/** Clusters that show more of a person than their money, and are marked in words. */
export const isSensitive = (cluster: DataCluster): boolean => sensitive.includes(cluster);

/** A cluster whose fields another one holds as well: the two are told as one. */
const widerThan: Partial<Record<DataCluster, DataCluster>> = {
  ACCOUNT_BASIC: 'ACCOUNT_DETAILED',
  CUSTOMER_CONTACT: 'CUSTOMER_PERSONAL',
};

/** The clusters to name to a customer: each whose fields no wider cluster of the same request tells. */
export function clustersToTell(clusters: readonly DataCluster[]): DataCluster[] {
  return clusters.filter((cluster) => {
    const wider = widerThan[cluster];
    return !wider || !clusters.includes(wider);
  });
}

/** Clusters that reach back in time, and so need a date. */
export const hasHistory = (cluster: DataCluster): boolean => cluster === 'TRANSACTIONS' || cluster === 'STATEMENTS';
