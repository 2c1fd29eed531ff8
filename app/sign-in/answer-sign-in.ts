import { environment } from '#lib/environment.ts';
import { type Answer, problem } from '#lib/front-door/answer.ts';
import { formTargetsOf } from '#lib/front-door/security-headers.ts';
import { note, peerAddress } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest, readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { languages, readLanguage } from '#lib/oauth/language.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { signInSampleCustomer } from '#lib/sign-in/sample-sign-in.ts';
import { beginSession, type Cookies } from '#lib/sign-in/session.ts';
import { sessionCookie } from '#lib/sign-in/session-cookie.ts';
import { isUnavailable } from '#lib/storage/database.ts';

/** Answers a posted sign-in page: on to the consent, back to the recipient, or the page again with what went wrong. */
export async function answerSignIn(form: URLSearchParams, query: URLSearchParams, cookies: Cookies): Promise<Answer> {
  const reading = readAuthorizationRequest(query, authorizationContext());
  if (reading.outcome === 'untrusted')
    return problem(reading.reason, { status: 400, language: readLanguage(query), query });
  if (reading.outcome === 'refused') return { kind: 'redirect', to: reading.redirectTo };

  const { request, provider } = reading;
  note({ correlationId: request.correlationId, recipient: request.clientId, provider: provider.providerId });
  if (form.has('cancel')) {
    note({ outcome: 'cancelled' });
    const target = { ...request, issuer: environment().issuer };
    return { kind: 'redirect', to: errorResponse(target, 'access_denied', 'the customer has cancelled signing in') };
  }

  const username = form.get('username') ?? '';
  const asked = languages.find((known) => known === form.get('language'));
  if (asked) {
    const address = `/sign-in?${formatAuthorizationRequest({ ...request, language: asked })}`;
    return { kind: 'page', address, language: asked, view: { username }, formTargets: formTargetsOf(request.redirectUri) };
  }
  const showAgain = (trouble: string, status: number, retryAfter?: number): Answer => {
    note({ outcome: trouble });
    const formTargets = formTargetsOf(request.redirectUri);
    const view = { username, problem: trouble, retryAfter };
    const headers: Record<string, string> = retryAfter ? { 'Retry-After': String(retryAfter) } : {};
    return { kind: 'page', language: request.language, view, status, headers, formTargets };
  };
  try {
    const given = { username, password: form.get('password') ?? '', address: peerAddress() };
    const signIn = await signInSampleCustomer(provider, given);
    switch (signIn.outcome) {
      case 'signed-in': {
        note({ outcome: 'signed-in' });
        const id = await beginSession(cookies, provider, signIn.customer);
        const to = `/authorize?${formatAuthorizationRequest(request)}`;
        return { kind: 'redirect', to, cookie: sessionCookie(provider.providerId, id) };
      }
      case 'too-many-failures':
        return showAgain(signIn.outcome, 429, signIn.retryAfter);
      case 'wrong-credentials':
        return showAgain(signIn.outcome, 200);
    }
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return showAgain('unavailable', 503);
  }
}
