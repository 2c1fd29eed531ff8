import type { ApiAnswer, ApiRequest } from '../http/api-exchange.ts';
import { readForm } from '../http/form.ts';
import { tokenError } from '../oauth/token-error.ts';
import { checkRepeatedParameters } from '../oauth/token-request.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { authenticateCall, type ClientCall } from './authenticate-call.ts';
import { type ClientAnswer, type ClientOutcome, clientAnswer } from './client-answer.ts';
import { nonceHeader } from './sender-key.ts';

type Answer = (call: ClientCall) => Promise<ClientAnswer>;

/** Answers a form that a client posts (RFC 6749 §3.2, RFC 7009 §2, RFC 7662 §2, RFC 9126 §2) once the client has proved itself. */
export async function answerClient(db: Database, request: ApiRequest, now: number, answer: Answer): Promise<ApiAnswer> {
  const outcome = await orUnavailable(() => outcomeOf(db, request, now, answer));
  return clientAnswer(outcome, nonceHeader(request, now));
}

async function outcomeOf(db: Database, request: ApiRequest, now: number, answer: Answer): Promise<ClientOutcome> {
  const reading = readForm(request);
  if (reading.outcome === 'too-large') return reading;
  if (reading.outcome === 'wrong-type')
    return tokenError('invalid_request', 'the body must be application/x-www-form-urlencoded');
  const repeated = checkRepeatedParameters(reading.form);
  if (repeated) return repeated;
  const authentication = await authenticateCall(db, request, reading.form, now);
  return authentication.outcome === 'authenticated' ? answer(authentication.call) : authentication;
}
