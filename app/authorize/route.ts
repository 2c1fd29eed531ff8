import type { NextRequest } from 'next/server';
import { readLanguage } from '#i18n/locale.ts';
import { isRecentEnough, queryOfRequest } from '#lib/authorization/journey.ts';
import { readForm } from '#lib/http/form.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { now } from '#lib/process/clock.ts';
import { issuer } from '#lib/process/environment.ts';
import { type Cookies, currentSession } from '#lib/sign-in/session.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import type { Session } from '#lib/storage/sessions.ts';
import { type AcceptedRequest, acceptRequest } from '../accepted-request.tsx';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { ownForm } from '../posted-form.ts';
import { problemResponse } from '../problem.tsx';
import { answerDecision } from './answer-decision.ts';
import { answerSilently } from './answer-silently.ts';
import { showConsent } from './show-consent.tsx';

/** The longest path and query that is read, in characters; 2,000 characters of state fit, however they are encoded. */
const addressLimit = 40_000;

/** Puts an authorization request to the customer (RFC 6749 §4.1.1). Writes nothing, sets no cookie. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const { searchParams: query, search } = incoming.nextUrl;
  if (search.length > addressLimit) return problemResponse('uri-too-long', 414, readLanguage(query));
  const accepted = await acceptRequest(query);
  return accepted instanceof Response ? accepted : putRequest(accepted, incoming.cookies);
}

/** `withoutSession` is where a browser without a session is sent. */
async function putRequest(accepted: AcceptedRequest, cookies: Cookies, withoutSession?: string): Promise<Response> {
  try {
    const session = await currentSession(cookies, accepted.provider);
    if (!session && withoutSession !== undefined) return redirectResponse(withoutSession);
    const isFresh = session && isRecentEnough(accepted.request, session, accepted.journey, now());
    if (accepted.request.prompt === 'none') return answerSilently(accepted, isFresh ? session : undefined);
    if (isFresh) return await showConsent({ ...accepted, session });
    return goToSignIn(accepted, session);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    const target = { ...accepted.request, issuer: issuer() };
    return redirectResponse(errorResponse(target, 'temporarily_unavailable', 'the server cannot answer now'));
  }
}

function goToSignIn({ request, journey }: AcceptedRequest, session: Session | undefined): Response {
  note({ outcome: 'sign-in-required' });
  const begun = journey ?? { startedAt: now() };
  const query = queryOfRequest(request, { ...begun, sessionHash: session?.idHash ?? begun.sessionHash });
  return redirectResponse(`/sign-in?${query}`);
}

/** The decision; or an authorization request as a form, which any site may send (OpenID Connect Core §3.1.2.1). */
export async function POST(incoming: NextRequest): Promise<Response> {
  const language = readLanguage(incoming.nextUrl.searchParams);
  const reading = await readForm(incoming);
  const isRequest = reading.outcome === 'read' && !reading.form.has('ticket') && !reading.form.has('decision');
  if (isRequest) return answerPostedRequest(reading.form, incoming);
  const form = ownForm(incoming, reading, language);
  return form instanceof Response ? form : answerDecision(form, incoming.cookies, language);
}

// A browser sends no Lax cookie with another site's form: whoever is signed in is known at the address it stands for.
async function answerPostedRequest(form: URLSearchParams, { cookies }: NextRequest): Promise<Response> {
  const accepted = await acceptRequest(form);
  if (accepted instanceof Response) return accepted;
  const { request, journey } = accepted;
  const query = request.requestUri === undefined ? plainQuery(form) : queryOfRequest(request, journey);
  return putRequest(accepted, cookies, `/authorize?${query}`);
}

// As it came, without what a form of ours may have added.
function plainQuery(form: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(form);
  query.delete('journey');
  return query;
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
