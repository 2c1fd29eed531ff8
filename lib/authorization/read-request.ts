import { requestedTerms } from '../consent/period.ts';
import { redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { readAuthorizationRequest } from '../oauth/read-authorization-request.ts';
import { authorizationContext } from '../registry/authorization-context.ts';
import type { Loading } from './loaded-request.ts';
import { noteAsked } from './note-asked.ts';
import { untrustedProblem } from './untrusted-problem.ts';

/** Holds the parameters of a request against the registry of this moment; `requestUri` is that of a pushed one. */
export function readRequest(parameters: URLSearchParams, requestUri?: string): Loading {
  const reading = readAuthorizationRequest(parameters, authorizationContext(), requestUri !== undefined);
  const pushed = requestUri === undefined ? {} : { requestUri };
  switch (reading.outcome) {
    case 'untrusted':
      noteAsked(parameters);
      return untrustedProblem(reading.reason, parameters);
    case 'refused':
      noteAsked(parameters);
      note({ outcome: 'refused', error: reading.error, parameter: reading.parameter, reason: reading.description });
      return redirectTo(reading.redirectTo);
    case 'choose-provider': {
      const { request, recipient } = reading;
      note({ correlationId: request.correlationId, recipient: recipient.clientId });
      return { outcome: 'choose-provider', request: { ...request, ...pushed }, recipient, journey: undefined };
    }
    case 'accepted': {
      const { request, recipient, provider, consentRequest } = reading;
      note({ correlationId: request.correlationId, recipient: recipient.clientId, provider: provider.providerId });
      return {
        outcome: 'accepted',
        request: { ...request, ...pushed },
        recipient,
        terms: requestedTerms(recipient, consentRequest),
        provider,
        journey: undefined,
      };
    }
  }
}
