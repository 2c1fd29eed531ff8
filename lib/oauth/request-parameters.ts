import type { AskedData } from './asked-data.ts';
import type { ProviderlessRequest } from './authorization-request.ts';
import { readParameter } from './parameters.ts';
import type { Refusal } from './refusal.ts';
import { checkRequestLength } from './request-length.ts';
import { readSignInRequest } from './sign-in-request.ts';

/** The request of parameters that were checked, but for the provider, which a customer may have to choose; or that it is too long. */
export function readRequestParameters<Language extends string>(
  parameters: URLSearchParams,
  { clusters, askedScope, consentRequest }: AskedData,
  known: Pick<ProviderlessRequest<Language>, 'clientId' | 'redirectUri' | 'state' | 'language'>,
  newCorrelationId: () => string,
): ProviderlessRequest<Language> | Refusal {
  const dpopJkt = readParameter(parameters, 'dpop_jkt');
  const request = {
    ...known,
    scope: clusters,
    ...(askedScope && { askedScope }),
    correlationId: readParameter(parameters, 'correlation_id') ?? newCorrelationId(),
    codeChallenge: readParameter(parameters, 'code_challenge'),
    ...(consentRequest && { authorizationDetails: consentRequest.asked }),
    ...(dpopJkt && { dpopJkt }),
    ...readSignInRequest(parameters),
  };
  return checkRequestLength(request) ?? request;
}
