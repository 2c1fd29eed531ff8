import { DeveloperDetails } from '#components/developer-details.tsx';
import { type Language, readLanguage } from '#i18n/locale.ts';
import { type Journey, readJourney } from '#lib/authorization/journey.ts';
import { findPushedRequest } from '#lib/authorization/open-pushed-request.ts';
import type { Ticket } from '#lib/authorization/ticket.ts';
import { type RequestedTerms, requestedTerms } from '#lib/consent/period.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import {
  type AuthorizationRequest,
  formatAuthorizationRequest,
  readAuthorizationRequest,
} from '#lib/oauth/authorization-request.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { now } from '#lib/process/clock.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import type { Provider } from '#lib/registry/provider.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import { problemResponse } from './problem.tsx';

export interface AcceptedRequest {
  request: AuthorizationRequest<Language>;
  recipient: Recipient;
  terms: RequestedTerms;
  provider: Provider;
  /** Since when it is open in this browser, where that is known. */
  journey: Journey | undefined;
}

/** The authorization request of a query, or the answer that ends it: our 400 page, or the error by redirect. */
export async function acceptRequest(query: URLSearchParams): Promise<AcceptedRequest | Response> {
  const language = readLanguage(query);
  try {
    const journey = readJourney(query, now());
    const pushed = await findPushedRequest(query, journey, now());
    if (pushed.outcome === 'unknown') return problemResponse('request-uri-unknown', 400, pushed.language ?? language);
    if (pushed.outcome === 'not-pushed') return read(query, journey);
    return read(pushed.parameters, journey, pushed.requestUri);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problemResponse('unavailable', 503, language);
  }
}

/** The request of a ticket once more: the registration may have changed since the page was shown. */
export const acceptAgain = ({ request, issuedAt }: Ticket): AcceptedRequest | Response =>
  read(formatAuthorizationRequest(request), { startedAt: issuedAt }, request.requestUri);

function read(
  parameters: URLSearchParams,
  journey: Journey | undefined,
  requestUri?: string,
): AcceptedRequest | Response {
  const reading = readAuthorizationRequest(parameters, authorizationContext(), requestUri !== undefined);
  switch (reading.outcome) {
    case 'untrusted': {
      const language = readLanguage(parameters);
      const details = <DeveloperDetails reason={reading.reason} query={parameters} language={language} />;
      return problemResponse(reading.reason, 400, language, { children: details });
    }
    case 'refused':
      note({ outcome: 'refused', error: reading.error });
      return redirectResponse(reading.redirectTo);
    case 'choose-provider': {
      const target = { ...reading.request, issuer: authorizationContext().issuer };
      return redirectResponse(errorResponse(target, 'invalid_request', 'provider_id is missing'));
    }
    case 'accepted': {
      const { request, recipient, provider, consentRequest } = reading;
      note({
        correlationId: request.correlationId,
        recipient: recipient.clientId,
        provider: provider.providerId,
      });
      return {
        request: requestUri === undefined ? request : { ...request, requestUri },
        recipient,
        terms: requestedTerms(recipient, consentRequest),
        provider,
        journey,
      };
    }
  }
}
