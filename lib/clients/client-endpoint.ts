import { type FormReading, readForm } from '../http/form.ts';
import { clientOfRequest } from '../log/request-log.ts';
import { claimedClient } from '../oauth/client-authentication.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';
import { checkRepeatedParameters } from '../oauth/token-request.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import { authenticateCall, type ClientCall } from './authenticate-call.ts';
import { type ClientAnswer, type ClientOutcome, clientResponse } from './client-response.ts';
import { countFailure, waitOf } from './failure-limits.ts';
import { nonceHeader } from './sender-key.ts';

/** A request of a client, with its body. */
export interface ClientPost {
  request: Request;
  body: FormReading;
}

/** Reads the body to its end. The time of a request is taken after that. */
export const readClientPost = async (request: Request): Promise<ClientPost> => ({
  request,
  body: await readForm(request),
});

type Answer = (call: ClientCall) => Promise<ClientAnswer>;

/** Answers a form that a client posts (RFC 6749 §3.2, RFC 7009 §2, RFC 7662 §2, RFC 9126 §2) once the client has proved itself. */
export async function answerClient(db: Database, post: ClientPost, now: number, answer: Answer): Promise<Response> {
  const headers = nonceHeader(post.request, now);
  try {
    return clientResponse(await outcomeOf(db, post, now, answer), headers);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return clientResponse({ outcome: 'unavailable' }, headers);
  }
}

async function outcomeOf(
  db: Database,
  { request, body }: ClientPost,
  now: number,
  answer: Answer,
): Promise<ClientOutcome> {
  if (body.outcome === 'too-large') return body;
  if (body.outcome === 'wrong-type')
    return tokenError('invalid_request', 'the body must be application/x-www-form-urlencoded');
  const { form } = body;
  const repeated = checkRepeatedParameters(form);
  if (repeated) return repeated;
  const authorization = request.headers.get('authorization');
  const who = [claimedClient(authorization, form) ?? '', clientOfRequest()];
  const seconds = await waitOf(db, 'client', who);
  if (seconds !== undefined) return { outcome: 'too-many-failures', seconds };
  const call = await authenticateCall(db, request, form, now);
  const outcome = call.outcome === 'refused' ? call : await answer(call);
  if (outcome.outcome === 'refused' && isCounted(outcome, form, authorization)) await countFailure(db, 'client', who);
  return outcome;
}

// What a guess is answered. A client with a secret or a key whose customers stop sharing finds many of its refresh tokens
// gone at once, and guesses nothing.
function isCounted({ error }: TokenError, form: URLSearchParams, authorization: string | null): boolean {
  const isConfidential = authorization !== null || form.has('client_secret') || form.has('client_assertion');
  if (error === 'invalid_grant') return form.get('grant_type') !== 'refresh_token' || !isConfidential;
  return error === 'invalid_client' || error === 'invalid_dpop_proof';
}
