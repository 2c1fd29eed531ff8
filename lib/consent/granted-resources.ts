import { consentRequestType, spellingOf } from '../oauth/consent-request.ts';
import { type DataCluster, isOfCustomer } from '../oauth/scope.ts';
import type { Consent } from '../storage/consents.ts';

/** FDX `ConsentGrantResource`: what may be had of an account, or of the customer. */
interface GrantedResource {
  resourceType: 'ACCOUNT' | 'CUSTOMER';
  resourceId: string;
  dataClusters: DataCluster[];
}

/** What a consent, or a token for fewer clusters of it, opens; `subject` is the customer as this recipient knows them. */
export function grantedResources(
  { accountIds, clusters }: { accountIds: readonly string[]; clusters: readonly DataCluster[] },
  subject: string,
): GrantedResource[] {
  const accountClusters = clusters.filter((cluster) => !isOfCustomer(cluster));
  const customerClusters = clusters.filter(isOfCustomer);
  const accounts = accountIds.map((resourceId) => ({
    resourceType: 'ACCOUNT' as const,
    resourceId,
    dataClusters: accountClusters,
  }));
  if (customerClusters.length === 0) return accounts;
  return [...accounts, { resourceType: 'CUSTOMER', resourceId: subject, dataClusters: customerClusters }];
}

const day = 86_400;

/** For how long, and how far back, in days, as FDX has it; times of the consent in epoch seconds. */
export function grantedPeriods({
  durationType,
  createdAt,
  expiresAt,
  lookbackFrom,
}: Pick<Consent, 'durationType' | 'createdAt' | 'expiresAt' | 'lookbackFrom'>) {
  return {
    durationType,
    ...(durationType !== 'ONE_TIME' && { durationPeriod: Math.round((expiresAt - createdAt) / day) }),
    ...(lookbackFrom !== undefined && { lookbackPeriod: Math.round((createdAt - lookbackFrom) / day) }),
  };
}

/** The same as RFC 9396 §9 has it in tokens and at introspection, under FDX's type; clusters as they were asked for. */
export function authorizationDetailsOf(
  consent: Pick<Consent, 'durationType' | 'createdAt' | 'expiresAt' | 'lookbackFrom' | 'authorizationDetails'>,
  resources: GrantedResource[],
) {
  const spelling = spellingOf(consent.authorizationDetails);
  const spelt = resources.map((resource) => ({
    ...resource,
    dataClusters: resource.dataClusters.map((cluster) => spelling[cluster] ?? cluster),
  }));
  return [{ type: consentRequestType, ...grantedPeriods(consent), resources: spelt }];
}
