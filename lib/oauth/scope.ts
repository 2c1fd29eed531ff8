/** The scopes are the FDX data clusters, in the order in which a customer reads them. */
export const dataClusters = [
  'ACCOUNT_BASIC',
  'ACCOUNT_DETAILED',
  'TRANSACTIONS',
  'INVESTMENTS',
  'STATEMENTS',
  'ACCOUNT_PAYMENTS',
  'CUSTOMER_CONTACT',
  'CUSTOMER_PERSONAL',
] as const;
export type DataCluster = (typeof dataClusters)[number];

export type ScopeReading =
  | { outcome: 'read'; clusters: DataCluster[] }
  | { outcome: 'refused'; reason: 'empty' | 'unknown' | 'not-allowed' | 'no-account-basic' };

const isDataCluster = (token: string): token is DataCluster => (dataClusters as readonly string[]).includes(token);

/** Clusters in reading order, each once; order and repeats of the tokens do not matter (RFC 6749 §3.3). */
export function readScope(scope: string | undefined, allowed: readonly DataCluster[]): ScopeReading {
  const tokens = (scope ?? '').split(' ').filter((token) => token !== '');
  if (tokens.length === 0) return { outcome: 'refused', reason: 'empty' };
  if (!tokens.every(isDataCluster)) return { outcome: 'refused', reason: 'unknown' };
  if (!tokens.every((token) => allowed.includes(token))) return { outcome: 'refused', reason: 'not-allowed' };
  if (!tokens.includes('ACCOUNT_BASIC')) return { outcome: 'refused', reason: 'no-account-basic' };
  return { outcome: 'read', clusters: dataClusters.filter((cluster) => tokens.includes(cluster)) };
}

/** The value of `scope` on the wire. */
export const formatScope = (clusters: readonly DataCluster[]): string => clusters.join(' ');
