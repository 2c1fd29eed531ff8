import { type Answer, problem } from '#lib/front-door/answer.ts';
import { formTargetsOf } from '#lib/front-door/security-headers.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest, readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';

/** The front door of every page of an authorization request: our 400 page, the error redirect, or the page itself. */
export function answerRequest(pathname: string, query: URLSearchParams): Answer {
  const reading = readAuthorizationRequest(query, authorizationContext());
  const language = readLanguage(query);
  switch (reading.outcome) {
    case 'untrusted':
      return problem(reading.reason, { status: 400, language, query });
    case 'refused':
      note({ outcome: 'refused', error: reading.error });
      return { kind: 'redirect', to: reading.redirectTo };
    case 'accepted': {
      const { correlationId, redirectUri, clientId, providerId } = reading.request;
      note({ correlationId, recipient: clientId, provider: providerId });
      // A correlation id that was made here must be the one the page goes on with.
      const address = `${pathname}?${formatAuthorizationRequest(reading.request)}`;
      return { kind: 'page', language, address, formTargets: formTargetsOf(redirectUri) };
    }
  }
}
