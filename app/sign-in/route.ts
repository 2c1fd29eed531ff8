import type { NextRequest } from 'next/server';
import { issuer } from '#lib/environment.ts';
import { redirectResponse } from '#lib/front-door/responses.ts';
import { clientOfRequest, note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { languages, readLanguage } from '#lib/oauth/language.ts';
import { signInSampleCustomer } from '#lib/sign-in/sample-sign-in.ts';
import { beginSession } from '#lib/sign-in/session.ts';
import { sessionCookie } from '#lib/sign-in/session-cookie.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import { acceptRequest } from '../accepted-request.tsx';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { readPostedForm } from '../posted-form.ts';
import { goToBank } from './go-to-bank.ts';
import { showSignIn } from './show-sign-in.tsx';

/** Asks a customer to sign in; the query is that of the authorization request. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const accepted = acceptRequest(incoming.nextUrl.searchParams);
  if (accepted instanceof Response) return accepted;
  const { signIn } = accepted.provider;
  return signIn.type === 'oidc' ? goToBank(incoming, accepted, signIn) : showSignIn(accepted, {});
}

/** On to the consent, back to the recipient, or the page again with what went wrong. */
export async function POST(incoming: NextRequest): Promise<Response> {
  const { searchParams: query } = incoming.nextUrl;
  const form = await readPostedForm(incoming, readLanguage(query));
  if (form instanceof Response) return form;
  const accepted = acceptRequest(query);
  if (accepted instanceof Response) return accepted;

  const { request, provider } = accepted;
  // A bank of its own asks for no password here.
  if (provider.signIn.type === 'oidc') return redirectResponse(`/sign-in?${formatAuthorizationRequest(request)}`);
  const username = form.get('username') ?? '';
  const asked = languages.find((known) => known === form.get('language'));
  if (asked) return showSignIn({ ...accepted, request: { ...request, language: asked } }, { username });
  if (form.has('cancel')) {
    note({ outcome: 'cancelled' });
    const target = { ...request, issuer: issuer() };
    return redirectResponse(errorResponse(target, 'access_denied', 'the customer has cancelled signing in'));
  }

  try {
    const given = { username, password: form.get('password') ?? '', address: clientOfRequest() };
    const signIn = await signInSampleCustomer(provider, given);
    if (signIn.outcome !== 'signed-in') return showSignIn(accepted, { username, problem: signIn });
    const id = await beginSession(incoming.cookies, provider, signIn.customer);
    note({ outcome: 'signed-in' });
    const cookie = sessionCookie(provider.providerId, id);
    return redirectResponse(`/authorize?${formatAuthorizationRequest(request)}`, cookie);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return showSignIn(accepted, { username, problem: { outcome: 'unavailable' } });
  }
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
