import { type FormReading, readForm } from '../http/form.ts';
import { tokenError } from '../oauth/token-error.ts';
import { checkRepeatedParameters } from '../oauth/token-request.ts';
import type { Database } from '../storage/database.ts';
import { orUnavailable } from '../storage/unavailable.ts';
import { authenticateCall, type ClientCall } from './authenticate-call.ts';
import { type ClientAnswer, type ClientOutcome, clientResponse } from './client-response.ts';
import { nonceHeader } from './sender-key.ts';

/** A request of a client, with its body. */
interface ClientPost {
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
  const outcome = await orUnavailable(() => outcomeOf(db, post, now, answer));
  return clientResponse(outcome, nonceHeader(post.request, now));
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
  const repeated = checkRepeatedParameters(body.form);
  if (repeated) return repeated;
  const authentication = await authenticateCall(db, request, body.form, now);
  return authentication.outcome === 'authenticated' ? answer(authentication.call) : authentication;
}
