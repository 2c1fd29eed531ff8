import type { NextRequest } from 'next/server';
import { readLanguage } from '#i18n/locale.ts';
import { queryOfRequest } from '#lib/authorization/journey.ts';
import { openTicket } from '#lib/authorization/ticket.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { sealFor } from '#lib/keys/seal.ts';
import { note } from '#lib/log/request-log.ts';
import { currentSession, endSession } from '#lib/sign-in/session.ts';
import { expiredSessionCookie } from '#lib/sign-in/session-cookie.ts';
import { flowCookies } from '#lib/sign-in/sign-in-flow.ts';
import { beginUpstreamSignOut } from '#lib/sign-in/upstream-sign-out.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import type { Session } from '#lib/storage/sessions.ts';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { readPostedForm } from '../posted-form.ts';
import { problemResponse } from '../problem.tsx';
import { dashboardMark, readPurpose, type SignInPurpose } from '../sign-in-purpose.tsx';

/**
 * "Not you?" and leaving the dashboard: ends the session, and the bank's where it offers that, and comes back to the same
 * purpose; who it is, is asked anew.
 */
export async function POST(incoming: NextRequest): Promise<Response> {
  const language = readLanguage(incoming.nextUrl.searchParams);
  const form = await readPostedForm(incoming, language);
  if (form instanceof Response) return form;
  const query = queryOf(form);
  if (!query) return problemResponse('ticket-invalid', 400, language);
  const purpose = await readPurpose(query);
  // A request may have become one that is refused: the session ends all the same.
  const providerId = query.get('provider_id') ?? '';
  try {
    const session = await currentSession(incoming.cookies, { providerId });
    await endSession(incoming.cookies, providerId);
    const response = purpose instanceof Response ? purpose : await goOn(incoming, purpose, session);
    response.headers.append('Set-Cookie', expiredSessionCookie(providerId));
    return response;
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problemResponse('unavailable', 503, readLanguage(query));
  }
}

// The consent page says what it is for by its ticket, the dashboard by its provider.
function queryOf(form: URLSearchParams): URLSearchParams | undefined {
  if (form.has('provider_id'))
    return new URLSearchParams({
      for: dashboardMark,
      provider_id: form.get('provider_id') ?? '',
      language: form.get('ui_language') ?? '',
    });
  const ticket = openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  return ticket && queryOfRequest(ticket.request, { startedAt: ticket.issuedAt });
}

async function goOn(incoming: NextRequest, purpose: SignInPurpose, session: Session | undefined): Promise<Response> {
  note({ outcome: 'signed-out' });
  const { signIn } = purpose.provider;
  const atBank = session && signIn.type === 'oidc' && (await beginUpstreamSignOut(signIn, session, purpose));
  if (!atBank) {
    const query = new URLSearchParams(purpose.query);
    query.set('prompt', 'login');
    return redirectResponse(`/sign-in?${query}`);
  }
  return redirectResponse(atBank.address, ...flowCookies(atBank.flow, incoming.cookies));
}

const refuse = methodNotAllowed('POST');

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
