import type { NextRequest } from 'next/server';
import { issuer } from '#lib/environment.ts';
import { redirectResponse } from '#lib/front-door/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { formatAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { errorResponse } from '#lib/oauth/authorization-response.ts';
import { readLanguage } from '#lib/oauth/language.ts';
import { currentSession } from '#lib/sign-in/session.ts';
import { isUnavailable } from '#lib/storage/database.ts';
import { acceptRequest } from '../accepted-request.tsx';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { readPostedForm } from '../posted-form.ts';
import { problemResponse } from '../problem.tsx';
import { answerDecision } from './answer-decision.ts';
import { showConsent } from './show-consent.tsx';

/** The longest path and query that is read, in characters; 2,000 characters of state fit, however they are encoded. */
const addressLimit = 40_000;

/** Puts an authorization request to the customer (RFC 6749 §4.1.1). Writes nothing, sets no cookie. */
export async function GET(incoming: NextRequest): Promise<Response> {
  const { searchParams: query, search } = incoming.nextUrl;
  if (search.length > addressLimit) return problemResponse('uri-too-long', 414, readLanguage(query));
  const accepted = acceptRequest(query);
  if (accepted instanceof Response) return accepted;
  try {
    const session = await currentSession(incoming.cookies, accepted.provider);
    if (session) return await showConsent({ ...accepted, session });
    note({ outcome: 'sign-in-required' });
    return redirectResponse(`/sign-in?${withLoginHint(formatAuthorizationRequest(accepted.request), query)}`);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    const target = { ...accepted.request, issuer: issuer() };
    return redirectResponse(errorResponse(target, 'temporarily_unavailable', 'the server cannot answer now'));
  }
}

// Passed on to the bank's sign-in page, which may fill in a name with it; it proves nothing here (SECURITY A23).
function withLoginHint(request: URLSearchParams, query: URLSearchParams): URLSearchParams {
  const [hint = '', ...more] = query.getAll('login_hint');
  if (hint !== '' && hint.length <= 255 && more.length === 0) request.set('login_hint', hint);
  return request;
}

/** The decision. */
export async function POST(incoming: NextRequest): Promise<Response> {
  const language = readLanguage(incoming.nextUrl.searchParams);
  const form = await readPostedForm(incoming, language);
  return form instanceof Response ? form : answerDecision(form, incoming.cookies, language);
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
