import { authorizationDetailsOf, grantedResources } from '../consent/granted-resources.ts';
import { type DataCluster, formatScope, readScope } from '../oauth/scope.ts';
import type { Consent } from '../storage/consents.ts';

/** What a token needs to know of the consent behind it. */
export type ConsentToUse = Pick<
  Consent,
  'id' | 'clientId' | 'providerId' | 'sub' | 'clusters' | 'accountIds' | 'askedScope' | 'authorizationDetails'
> &
  Pick<Consent, 'durationType' | 'createdAt' | 'expiresAt' | 'lookbackFrom'>;

/** What a token opens: its scope, and the same with accounts and periods (RFC 9396 §9). */
export function grantedAccess(consent: ConsentToUse, clusters: readonly DataCluster[], subject: string) {
  const resources = grantedResources({ accountIds: consent.accountIds, clusters }, subject);
  return {
    scope: formatScope(clusters, consent.askedScope),
    authorizationDetails: authorizationDetailsOf(consent, resources),
  };
}

/** The clusters that a scope names, all of them when there is none (RFC 6749 §6); undefined when the consent has fewer. */
export function clustersWithin(consent: ConsentToUse, scope: string | undefined): DataCluster[] | undefined {
  if (scope === undefined) return consent.clusters;
  const reading = readScope(scope, consent.clusters);
  return reading.outcome === 'read' ? reading.clusters : undefined;
}
