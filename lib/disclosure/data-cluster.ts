import type { DataCluster } from '../oauth/scope.ts';

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

/** True for clusters that reach back in time, and so need a date. */
export const hasHistory = (cluster: DataCluster): boolean => cluster === 'TRANSACTIONS' || cluster === 'STATEMENTS';
