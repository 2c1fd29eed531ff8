import { type Answer, problem } from '#lib/front-door/answer.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest, readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { type Cookies, endSession } from '#lib/sign-in/session.ts';
import { expiredSessionCookie } from '#lib/sign-in/session-cookie.ts';
import { isUnavailable } from '#lib/storage/database.ts';

/** "Not you?": ends the session and comes back to the same request, whose page asks who it is. */
export async function answerSignOut(query: URLSearchParams, cookies: Cookies): Promise<Answer> {
  const language = readLanguage(query);
  const reading = readAuthorizationRequest(query, authorizationContext());
  if (reading.outcome === 'untrusted') return problem(reading.reason, { status: 400, language, query });
  if (reading.outcome === 'refused') return { kind: 'redirect', to: reading.redirectTo };
  const { provider, request } = reading;
  note({ outcome: 'signed-out', correlationId: request.correlationId });
  try {
    await endSession(cookies, provider);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', { status: 503, language, query });
  }
  const to = `/authorize?${formatAuthorizationRequest(request)}`;
  return { kind: 'redirect', to, cookie: expiredSessionCookie(provider.providerId) };
}
