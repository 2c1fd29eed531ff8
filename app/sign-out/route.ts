import type { NextRequest } from 'next/server';
import { openTicket } from '#lib/consent/ticket.ts';
import { redirectResponse } from '#lib/front-door/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { sealFor } from '#lib/seal.ts';
import { endSession } from '#lib/sign-in/session.ts';
import { expiredSessionCookie } from '#lib/sign-in/session-cookie.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { readPostedForm } from '../posted-form.ts';
import { problemResponse } from '../problem.tsx';

/** "Not you?": ends the session and comes back to the request of the page; who it is, is asked anew. */
export async function POST(incoming: NextRequest): Promise<Response> {
  const language = readLanguage(incoming.nextUrl.searchParams);
  const form = await readPostedForm(incoming, language);
  if (form instanceof Response) return form;
  const ticket = openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problemResponse('ticket-invalid', 400, language);
  const { request } = ticket;
  note({ outcome: 'signed-out', correlationId: request.correlationId });
  try {
    await endSession(incoming.cookies, request.providerId);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problemResponse('unavailable', 503, request.language);
  }
  return redirectResponse(
    `/sign-in?${formatAuthorizationRequest(request)}&prompt=login`,
    expiredSessionCookie(request.providerId),
  );
}

const refuse = methodNotAllowed('POST');

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
