import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { issuer } from '#lib/process/environment.ts';
import type { Session } from '#lib/storage/sessions.ts';
import type { AcceptedRequest } from '../accepted-request.tsx';

/**
 * What `prompt=none` is answered (OpenID Connect Core §3.1.2.6): nothing is granted without the customer, who is told
 * what to do by an error. A hint of somebody else than who is signed in is as if nobody were (SECURITY A23).
 */
export function answerSilently({ request, provider }: AcceptedRequest, session: Session | undefined): Response {
  const names = [session?.sub, provider.customers.find(({ sub }) => sub === session?.sub)?.username];
  const isThere = session && (request.loginHint === undefined || names.includes(request.loginHint));
  const error = isThere ? 'consent_required' : 'login_required';
  const why = isThere ? 'the customer must be asked' : 'the customer must sign in';
  note({ outcome: 'refused', error });
  return redirectResponse(errorResponse({ ...request, issuer: issuer() }, error, why));
}
