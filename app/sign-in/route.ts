import type { NextRequest } from 'next/server';
import { languages, readLanguage } from '#i18n/locale.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { clientOfRequest, note } from '#lib/log/request-log.ts';
import { signInSampleCustomer } from '#lib/sign-in/sample-sign-in.ts';
import { beginSession } from '#lib/sign-in/session.ts';
import { sessionCookie } from '#lib/sign-in/session-cookie.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { readPostedForm } from '../posted-form.ts';
import { readPurpose } from '../sign-in-purpose.tsx';
import { goToBank } from './go-to-bank.ts';
import { showSignIn } from './show-sign-in.tsx';

/** Asks a customer to sign in; the query is that of the authorization request, or says that it is for the dashboard. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const purpose = await readPurpose(incoming.nextUrl.searchParams);
  if (purpose instanceof Response) return purpose;
  const { signIn } = purpose.provider;
  return signIn.type === 'oidc' ? goToBank(incoming, purpose, signIn) : showSignIn(purpose, {});
}

/** On to the consent or the dashboard, back to the recipient, or the page again with what went wrong. */
export async function POST(incoming: NextRequest): Promise<Response> {
  const { searchParams: query } = incoming.nextUrl;
  const form = await readPostedForm(incoming, readLanguage(query));
  if (form instanceof Response) return form;
  const username = form.get('username') ?? '';
  const asked = languages.find((known) => known === form.get('language'));
  if (asked) query.set('language', asked);
  const purpose = await readPurpose(query);
  if (purpose instanceof Response) return purpose;

  const { provider, asker } = purpose;
  // A bank of its own asks for no password here.
  if (provider.signIn.type === 'oidc') return redirectResponse(`/sign-in?${purpose.query}`);
  if (asked) return showSignIn(purpose, { username });
  if (form.has('cancel') && asker) {
    note({ outcome: 'cancelled' });
    return redirectResponse(asker.refuse('access_denied', 'the customer has cancelled signing in'));
  }

  try {
    const given = { username, password: form.get('password') ?? '', address: clientOfRequest() };
    const signIn = await signInSampleCustomer(provider, given);
    if (signIn.outcome !== 'signed-in') return showSignIn(purpose, { username, problem: signIn });
    const id = await beginSession(incoming.cookies, provider, signIn.customer);
    note({ outcome: 'signed-in' });
    return redirectResponse(purpose.next, sessionCookie(provider.providerId, id));
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return showSignIn(purpose, { username, problem: { outcome: 'unavailable' } });
  }
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
