import { consentRequestType, spellingOf } from '../oauth/consent-request.ts';
import type { DataCluster } from '../oauth/scope.ts';

/** FDX `ConsentGrantResource`: what may be had of an account, or of the customer. */
export interface GrantedResource {
  resourceType: 'ACCOUNT' | 'CUSTOMER';
  resourceId: string;
  dataClusters: DataCluster[];
}

const ofCustomer: readonly DataCluster[] = ['CUSTOMER_CONTACT', 'CUSTOMER_PERSONAL'];

/** What a consent, or a token for fewer clusters of it, opens; `subject` is the customer as this recipient knows them. */
export function grantedResources(
  { accountIds, clusters }: { accountIds: readonly string[]; clusters: readonly DataCluster[] },
  subject: string,
): GrantedResource[] {
  const accountClusters = clusters.filter((cluster) => !ofCustomer.includes(cluster));
  const customerClusters = clusters.filter((cluster) => ofCustomer.includes(cluster));
  const accounts = accountIds.map((resourceId) => ({
    resourceType: 'ACCOUNT' as const,
    resourceId,
    dataClusters: accountClusters,
  }));
  if (customerClusters.length === 0) return accounts;
  return [...accounts, { resourceType: 'CUSTOMER', resourceId: subject, dataClusters: customerClusters }];
}

/** The same as RFC 9396 §9 has it in tokens and at introspection, under FDX's type; clusters as `asked` spells them. */
export function authorizationDetailsOf(resources: GrantedResource[], asked: string | undefined) {
  const spelling = spellingOf(asked);
  const spelt = resources.map((resource) => ({
    ...resource,
    dataClusters: resource.dataClusters.map((cluster) => spelling[cluster] ?? cluster),
  }));
  return [{ type: consentRequestType, resources: spelt }];
}
