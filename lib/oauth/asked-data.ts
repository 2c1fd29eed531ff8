import type { OAuthClient } from './client.ts';
import { type ConsentRequest, readConsentRequest } from './consent-request.ts';
import { readParameter } from './parameters.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type DataCluster, readScope } from './scope.ts';

/** The data a request asks for, by `scope`, by `authorization_details`, or by both. */
export interface AskedData {
  clusters: DataCluster[];
  /** The scope as the client spelled it, where that differs from ours. */
  askedScope?: string | undefined;
  consentRequest: ConsentRequest | undefined;
}

const scopeRefusals = {
  empty: 'is missing',
  unknown: 'holds a value that is not known here',
  'not-allowed': 'holds more than this client may ask for',
  'no-account-basic': 'must hold ACCOUNT_BASIC',
  'not-as-detailed': 'and authorization_details do not agree',
} as const;

const invalidScope = (reason: keyof typeof scopeRefusals): Refusal =>
  refusal('invalid_scope', 'scope', scopeRefusals[reason]);

/** Reads what data is asked for. A request may give both parameters; they must then agree (RFC 9396 §3.1). */
export function readAskedData(parameters: URLSearchParams, client: OAuthClient): AskedData | Refusal {
  const details = readParameter(parameters, 'authorization_details');
  const detailed = details === undefined ? undefined : readConsentRequest(details, client.limits ?? noLimits);
  if (detailed?.outcome === 'refused')
    return refusal('invalid_authorization_details', 'authorization_details', detailed.fault);
  const consentRequest = detailed?.consentRequest;

  const scope = readScope(readParameter(parameters, 'scope') ?? consentRequest?.clusters.join(' '), client.scope);
  if (scope.outcome === 'refused') return invalidScope(scope.reason);
  if (consentRequest && consentRequest.clusters.join() !== scope.clusters.join())
    return invalidScope('not-as-detailed');
  return { clusters: scope.clusters, askedScope: scope.asked, consentRequest };
}

const noLimits = { durationTypes: [] };
