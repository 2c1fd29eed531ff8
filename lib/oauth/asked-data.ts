import type { OAuthClient } from './client.ts';
import { type ConsentRequest, readConsentRequest } from './consent-request.ts';
import { readParameter } from './parameters.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type DataCluster, readScope, type ScopeRefusal } from './scope.ts';

/** The data a request asks for, by `scope`, by `authorization_details`, or by both. */
export interface AskedData {
  clusters: DataCluster[];
  /** The scope as the client spelled it, where that differs from ours. */
  askedScope?: string | undefined;
  consentRequest: ConsentRequest | undefined;
}

const invalidScope = (fault: string): Refusal => refusal('invalid_scope', 'scope', fault);

function scopeFault(refused: ScopeRefusal, { scope }: OAuthClient): string {
  const mayAskFor = `may ask for ${scope.join(' ')}`;
  switch (refused.reason) {
    case 'empty':
      return `is missing; this client ${mayAskFor}`;
    case 'unknown':
      return `holds ${shown(refused.value)}, which is not known here; this client ${mayAskFor}`;
    case 'not-allowed':
      return `holds ${shown(refused.value)}, which this client is not registered for; it ${mayAskFor}`;
    case 'no-account-basic':
      return 'must hold ACCOUNT_BASIC';
  }
}

const mostShown = 64;

/** A value that was sent, in characters that mean nothing in a redirect, a page or a log. */
function shown(value: string): string {
  const safe = value.replaceAll(/[^\w:./-]/gu, '?');
  return safe.length > mostShown ? `${safe.slice(0, mostShown)}...` : safe;
}

/** Reads what data is asked for. A request may give both parameters; they must then agree (RFC 9396 §3.1). */
export function readAskedData(parameters: URLSearchParams, client: OAuthClient): AskedData | Refusal {
  const details = readParameter(parameters, 'authorization_details');
  const detailed = details === undefined ? undefined : readConsentRequest(details, client.limits ?? noLimits);
  if (detailed?.outcome === 'refused')
    return refusal('invalid_authorization_details', 'authorization_details', detailed.fault);
  const consentRequest = detailed?.consentRequest;

  const scope = readScope(readParameter(parameters, 'scope') ?? consentRequest?.clusters.join(' '), client.scope);
  if (scope.outcome === 'refused') return invalidScope(scopeFault(scope, client));
  if (consentRequest && consentRequest.clusters.join() !== scope.clusters.join())
    return invalidScope('and authorization_details do not agree');
  return { clusters: scope.clusters, askedScope: scope.asked, consentRequest };
}

const noLimits = { durationTypes: [] };
