import type { NextRequest } from 'next/server';
import { readLanguage } from '#i18n/locale.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { listFdxAccounts } from '#lib/sign-in/fdx-accounts.ts';
import { beginSession } from '#lib/sign-in/session.ts';
import { sessionCookie } from '#lib/sign-in/session-cookie.ts';
import { expiredFlowCookies, findFlow, flowLife, type SignInFlow } from '#lib/sign-in/sign-in-flow.ts';
import { completeUpstreamSignIn } from '#lib/sign-in/upstream-sign-in.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../../method-not-allowed.ts';
import { problemResponse } from '../../problem.tsx';
import { readPurpose, type SignInPurpose } from '../../sign-in-purpose.tsx';
import { upstreamProblem } from '../upstream-problem.tsx';

/** The way back from the bank's own sign-in page (OpenID Connect Core §3.1.2.5): on to the consent or the dashboard, or a page that says why not. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const answer = incoming.nextUrl.searchParams;
  const [state, ...more] = answer.getAll('state');
  const flow = state && more.length === 0 ? findFlow(state, incoming.cookies) : undefined;
  if (!state || !flow) return problemResponse('sign-in-lost', 400, readLanguage(answer));
  const purpose = await readPurpose(new URLSearchParams(flow.query));
  const response = purpose instanceof Response ? purpose : await bringIn(incoming, purpose, flow);
  for (const cookie of expiredFlowCookies(state, incoming.cookies)) response.headers.append('Set-Cookie', cookie);
  return response;
}

async function bringIn(incoming: NextRequest, purpose: SignInPurpose, flow: SignInFlow): Promise<Response> {
  const { provider, correlationId } = purpose;
  if (now() >= flow.startedAt + flowLife) return upstreamProblem('sign-in-expired', purpose);
  if (provider.signIn.type !== 'oidc') return upstreamProblem('sign-in-refused', purpose);
  const answer = incoming.nextUrl.searchParams;
  const signIn = await completeUpstreamSignIn(provider.signIn, { flow, answer, correlationId, wishes: purpose.wishes });
  switch (signIn.outcome) {
    case 'cancelled': {
      note({ outcome: 'cancelled' });
      const back = purpose.asker?.refuse('access_denied', 'the customer has cancelled signing in');
      return redirectResponse(back ?? '/consents');
    }
    case 'refused':
      return upstreamProblem('sign-in-refused', purpose);
    case 'unavailable':
      return upstreamProblem('bank-unavailable', purpose);
    case 'signed-in':
      break;
  }
  const { customer, accessToken } = signIn;
  const list =
    provider.accounts.type === 'fdx'
      ? await listFdxAccounts(provider.accounts.base_uri, { accessToken, correlationId })
      : {
          outcome: 'listed' as const,
          accounts: provider.customers.find(({ sub }) => sub === customer.sub)?.accounts ?? [],
        };
  if (list.outcome === 'unavailable') return upstreamProblem('accounts-unavailable', purpose);
  if (list.accounts.length === 0 && purpose.asker) return upstreamProblem('no-accounts', purpose);
  try {
    const id = await beginSession(incoming.cookies, provider, { ...customer, accounts: list.accounts });
    note({ outcome: 'signed-in' });
    return redirectResponse(purpose.next, sessionCookie(provider.providerId, id));
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problemResponse('unavailable', 503, purpose.language);
  }
}

// Not even HEAD: an answer of the bank is good for one use.
const refuse = methodNotAllowed('GET');

export { refuse as DELETE, refuse as HEAD, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
