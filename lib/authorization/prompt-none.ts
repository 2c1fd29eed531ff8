import type { Redirect } from '../http/problem.ts';
import type { Session } from '../storage/sessions.ts';
import type { LoadedRequest } from './loaded-request.ts';
import { refuseRequest } from './refuse-request.ts';

/**
 * `prompt=none` (OpenID Connect Core §3.1.2.6): nothing is granted without the customer, so the error says what is
 * missing. A hint of somebody else than who is signed in counts as if nobody were (SECURITY A23).
 */
export function answerPromptNone({ request, provider }: LoadedRequest, session: Session | undefined): Redirect {
  const names = [session?.sub, provider.customers.find(({ sub }) => sub === session?.sub)?.username];
  const isThere = session && (request.loginHint === undefined || names.includes(request.loginHint));
  return isThere
    ? refuseRequest(request, 'consent_required', 'the customer must be asked')
    : refuseRequest(request, 'login_required', 'the customer must sign in');
}
