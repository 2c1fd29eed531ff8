import { openTicket } from '#lib/consent/ticket.ts';
import { type Answer, problem } from '#lib/front-door/answer.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import type { Language } from '#lib/oauth/language.ts';
import { sealFor } from '#lib/seal.ts';
import { type Cookies, endSession } from '#lib/sign-in/session.ts';
import { expiredSessionCookie } from '#lib/sign-in/session-cookie.ts';
import { isUnavailable } from '#lib/storage/database.ts';

/** "Not you?": ends the session and comes back to the request of the page, which asks who it is. */
export async function answerSignOut(form: URLSearchParams, cookies: Cookies, language: Language): Promise<Answer> {
  const ticket = await openTicket(sealFor('ticket'), form.get('ticket') ?? '');
  if (!ticket) return problem('ticket-invalid', { status: 400, language });
  const { providerId, correlationId } = ticket.request;
  note({ outcome: 'signed-out', correlationId });
  try {
    await endSession(cookies, providerId);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return problem('unavailable', { status: 503, language: ticket.request.language });
  }
  const to = `/authorize?${formatAuthorizationRequest(ticket.request)}`;
  return { kind: 'redirect', to, cookie: expiredSessionCookie(providerId) };
}
