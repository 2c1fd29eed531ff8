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

/** True for clusters about the customer. The others are about accounts. */
export const isOfCustomer = (cluster: DataCluster): boolean =>
  cluster === 'CUSTOMER_CONTACT' || cluster === 'CUSTOMER_PERSONAL';

type ScopeReading = { outcome: 'read'; clusters: DataCluster[]; asked?: string } | ScopeRefusal;
/** Why a scope is refused; `value` is what of it is at fault, as it was sent; of several the first of the alphabet. */
export type ScopeRefusal =
  | { outcome: 'refused'; reason: 'empty' | 'no-account-basic' }
  | { outcome: 'refused'; reason: 'unknown' | 'not-allowed'; value: string };

/** The cluster of a name: our own, FDX's scope (`fdx:accountbasic:read`), or the name since FDX 6.1. */
export function readCluster(name: string): DataCluster | undefined {
  const fdx = /^fdx:([a-z]+):read$/.exec(name)?.[1];
  if (name === 'PAYMENT_SUPPORT' || fdx === 'paymentsupport') return 'ACCOUNT_PAYMENTS';
  return dataClusters.find((cluster) => (fdx ? cluster.replace('_', '').toLowerCase() === fdx : cluster === name));
}

/**
 * Clusters in reading order, each once. Order and repeats of the tokens do not matter (RFC 6749 §3.3). `asked` holds
 * the tokens as the request spelled them, where that differs.
 */
export function readScope(scope: string | undefined, allowed: readonly DataCluster[]): ScopeReading {
  const tokens = (scope ?? '').split(' ').filter((token) => token !== '');
  if (tokens.length === 0) return { outcome: 'refused', reason: 'empty' };
  const firstWhere = (isAtFault: (cluster: DataCluster | undefined) => boolean) =>
    tokens.filter((token) => isAtFault(readCluster(token))).sort()[0];
  const unknown = firstWhere((cluster) => cluster === undefined);
  if (unknown !== undefined) return { outcome: 'refused', reason: 'unknown', value: unknown };
  const excess = firstWhere((cluster) => cluster !== undefined && !allowed.includes(cluster));
  if (excess !== undefined) return { outcome: 'refused', reason: 'not-allowed', value: excess };
  const meant = tokens.map(readCluster);
  if (!meant.includes('ACCOUNT_BASIC')) return { outcome: 'refused', reason: 'no-account-basic' };
  const clusters = dataClusters.filter((cluster) => meant.includes(cluster));
  const spelt = clusters.flatMap((cluster) => [...new Set(tokens)].filter((token) => readCluster(token) === cluster));
  const asked = spelt.join(' ');
  return { outcome: 'read', clusters, ...(asked !== clusters.join(' ') && { asked }) };
}

/** The value of `scope` on the wire, spelled as the request spelled it. */
export const formatScope = (clusters: readonly DataCluster[], asked: string | undefined = clusters.join(' ')): string =>
  asked
    .split(' ')
    .filter((token) => clusters.some((cluster) => cluster === readCluster(token)))
    .join(' ');
