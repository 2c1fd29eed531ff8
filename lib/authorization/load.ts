import { type Language, readLanguage } from '#i18n/locale.ts';
import { type RequestedTerms, requestedTerms } from '../consent/period.ts';
import { type Problem, problem, type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import { type AuthorizationRequest, formatAuthorizationRequest } from '../oauth/authorization-request.ts';
import { errorResponse } from '../oauth/authorization-response.ts';
import { readAuthorizationRequest } from '../oauth/read-authorization-request.ts';
import type { UntrustedReason } from '../oauth/redirect-target.ts';
import { authorizationContext } from '../registry/authorization-context.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import { type Journey, readJourney } from './journey.ts';
import { findPushedRequest } from './open-pushed-request.ts';
import type { Ticket } from './ticket.ts';

/** An authorization request that may be put to a customer. */
export interface LoadedRequest {
  request: AuthorizationRequest<Language>;
  recipient: Recipient;
  terms: RequestedTerms;
  provider: Provider;
  /** Since when it is open in this browser, where that is known. */
  journey: Journey | undefined;
}

/** A problem holds no address of anybody else's; a redirect has been earned (RFC 6749 §4.1.2.1). */
export type Loading = Problem | Redirect | ({ outcome: 'accepted' } & LoadedRequest);

/** The authorization request of a query, pushed or not; read at the door, and again by whoever acts on it. */
export async function loadAuthorizationRequest(db: Database, query: URLSearchParams, now: number): Promise<Loading> {
  const language = readLanguage(query);
  try {
    const journey = readJourney(query, now);
    const pushed = await findPushedRequest(db, query, journey, now);
    if (pushed.outcome === 'unknown') return problem('request-uri-unknown', 400, pushed.language ?? language);
    if (pushed.outcome === 'not-pushed') return load(query, journey);
    return load(pushed.parameters, journey, pushed.requestUri);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', 503, language);
  }
}

/** The request of a ticket once more: the registration may have changed since the page was shown. */
export const reloadFromTicket = ({ request, issuedAt }: Ticket): Loading =>
  load(formatAuthorizationRequest(request), { startedAt: issuedAt }, request.requestUri);

function load(parameters: URLSearchParams, journey: Journey | undefined, requestUri?: string): Loading {
  const reading = readAuthorizationRequest(parameters, authorizationContext(), requestUri !== undefined);
  switch (reading.outcome) {
    case 'untrusted':
      return untrusted(reading.reason, parameters, readLanguage(parameters));
    case 'refused':
      note({ outcome: 'refused', error: reading.error });
      return redirectTo(reading.redirectTo);
    case 'choose-provider': {
      const target = { ...reading.request, issuer: authorizationContext().issuer };
      return redirectTo(errorResponse(target, 'invalid_request', 'provider_id is missing'));
    }
    case 'accepted': {
      const { request, recipient, provider, consentRequest } = reading;
      note({ correlationId: request.correlationId, recipient: recipient.clientId, provider: provider.providerId });
      return {
        outcome: 'accepted',
        request: requestUri === undefined ? request : { ...request, requestUri },
        recipient,
        terms: requestedTerms(recipient, consentRequest),
        provider,
        journey,
      };
    }
  }
}

function untrusted(reason: UntrustedReason, parameters: URLSearchParams, language: Language): Problem {
  const parameter = reason.startsWith('client') ? 'client_id' : 'redirect_uri';
  const values = parameters.getAll(parameter).map((value) => value.slice(0, 500));
  return problem(reason, 400, language, { received: { reason, parameter, values } });
}
