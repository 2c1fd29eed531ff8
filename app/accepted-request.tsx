import { DeveloperDetails } from '#components/developer-details.tsx';
import { redirectResponse } from '#lib/front-door/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { type AuthorizationRequest, readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import type { Provider } from '#lib/registry/provider.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { problemResponse } from './problem.tsx';

export interface AcceptedRequest {
  request: AuthorizationRequest;
  recipient: Recipient;
  provider: Provider;
}

/** The authorization request of a query, or the answer that ends it: our 400 page, or the error by redirect. */
export function acceptRequest(query: URLSearchParams): AcceptedRequest | Response {
  const reading = readAuthorizationRequest(query, authorizationContext());
  switch (reading.outcome) {
    case 'untrusted': {
      const language = readLanguage(query);
      const details = <DeveloperDetails reason={reading.reason} query={query} language={language} />;
      return problemResponse(reading.reason, 400, language, { children: details });
    }
    case 'refused':
      note({ outcome: 'refused', error: reading.error });
      return redirectResponse(reading.redirectTo);
    case 'accepted': {
      const { request, recipient, provider } = reading;
      note({
        correlationId: request.correlationId,
        recipient: recipient.clientId,
        provider: provider.providerId,
      });
      return { request, recipient, provider };
    }
  }
}
