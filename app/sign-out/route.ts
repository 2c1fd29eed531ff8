import type { NextRequest } from 'next/server';
import { openTicket } from '#lib/consent/ticket.ts';
import { redirectResponse } from '#lib/front-door/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { type AuthorizationRequest, formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { sealFor } from '#lib/seal.ts';
import { currentSession, endSession } from '#lib/sign-in/session.ts';
import { expiredSessionCookie } from '#lib/sign-in/session-cookie.ts';
import { flowCookies } from '#lib/sign-in/sign-in-flow.ts';
import { beginUpstreamSignOut } from '#lib/sign-in/upstream-sign-out.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import type { Session } from '#lib/storage/sessions.ts';
import { acceptRequest } from '../accepted-request.tsx';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { readPostedForm } from '../posted-form.ts';
import { problemResponse } from '../problem.tsx';

/** "Not you?": ends the session, and the bank's where it offers that, and comes back to the request of the page; who it is, is asked anew. */
export async function POST(incoming: NextRequest): Promise<Response> {
  const language = readLanguage(incoming.nextUrl.searchParams);
  const form = await readPostedForm(incoming, language);
  if (form instanceof Response) return form;
  const ticket = openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problemResponse('ticket-invalid', 400, language);
  const expired = expiredSessionCookie(ticket.request.providerId);
  try {
    const session = await currentSession(incoming.cookies, ticket.request);
    await endSession(incoming.cookies, ticket.request.providerId);
    const response = await goOn(incoming, ticket.request, session);
    response.headers.append('Set-Cookie', expired);
    return response;
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problemResponse('unavailable', 503, ticket.request.language);
  }
}

async function goOn(
  incoming: NextRequest,
  asked: AuthorizationRequest,
  session: Session | undefined,
): Promise<Response> {
  const accepted = acceptRequest(formatAuthorizationRequest(asked));
  if (accepted instanceof Response) return accepted;
  note({ outcome: 'signed-out' });
  const { request, provider } = accepted;
  const query = formatAuthorizationRequest(request);
  const { signIn } = provider;
  const atBank = session && signIn.type === 'oidc' && (await beginUpstreamSignOut(signIn, session, { request, query }));
  if (!atBank) return redirectResponse(`/sign-in?${query}&prompt=login`);
  return redirectResponse(atBank.address, ...flowCookies(atBank.flow, incoming.cookies));
}

const refuse = methodNotAllowed('POST');

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
