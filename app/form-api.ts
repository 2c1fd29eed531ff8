import type { Caller } from '#lib/clients/caller.ts';
import { clientProof } from '#lib/clients/client-proof.ts';
import { countFailure, waitOf } from '#lib/clients/failure-limits.ts';
import { nonceHeader, readSenderKey } from '#lib/clients/require-dpop.ts';
import { apiResponse } from '#lib/http/api-response.ts';
import { readForm } from '#lib/http/form.ts';
import { clientOfRequest, note } from '#lib/log/request-log.ts';
import { authenticateClient, claimedClient } from '#lib/oauth/client-authentication.ts';
import { type TokenError, tokenError } from '#lib/oauth/token-error.ts';
import { checkRepeatedParameters } from '#lib/oauth/token-request.ts';
import { isUnavailable } from '#lib/storage/database.ts';

/** A form from a client that has proved itself, and the key it came from (RFC 9449), if it has shown one. */
export interface FormCall {
  form: URLSearchParams;
  caller: Caller;
  senderKey: string | undefined;
}

// What a guess is answered. A client with a secret or a key whose customers stop sharing finds many of its refresh tokens
// gone at once, and guesses nothing.
function isCounted({ error }: TokenError, form: URLSearchParams, authorization: string | null): boolean {
  const isConfidential = authorization !== null || form.has('client_secret') || form.has('client_assertion');
  if (error === 'invalid_grant') return form.get('grant_type') !== 'refresh_token' || !isConfidential;
  return error === 'invalid_client' || error === 'invalid_dpop_proof';
}

/** An endpoint that a client posts a form to (RFC 6749 §3.2, RFC 7009 §2, RFC 7662 §2, RFC 9126 §2). */
export const formApi =
  (answer: (call: FormCall) => Promise<Response | TokenError>) =>
  async (request: Request): Promise<Response> => {
    try {
      const response = await answerForm(request, answer);
      for (const [name, value] of Object.entries(nonceHeader(request))) response.headers.set(name, value);
      return response;
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
      return refuse(tokenError('temporarily_unavailable', 'try again in a moment'), 503);
    }
  };

async function answerForm(
  request: Request,
  answer: (call: FormCall) => Promise<Response | TokenError>,
): Promise<Response> {
  const body = await readForm(request);
  if (body.outcome === 'too-large') return refuse(tokenError('invalid_request', 'the body is larger than 16 kB'), 413);
  if (body.outcome === 'wrong-type')
    return refuse(tokenError('invalid_request', 'the body must be application/x-www-form-urlencoded'));
  const { form } = body;
  const repeated = checkRepeatedParameters(form);
  if (repeated) return refuse(repeated);

  const authorization = request.headers.get('authorization');
  const who = [claimedClient(authorization, form) ?? '', clientOfRequest()];
  const wait = await waitOf('client', who);
  if (wait !== undefined) return tooManyFailures(wait);
  const answered = await answerClient(request, form, answer);
  if (answered instanceof Response) return answered;
  if (isCounted(answered, form, authorization)) await countFailure('client', who);
  return refuse(answered);
}

async function answerClient(
  request: Request,
  form: URLSearchParams,
  answer: (call: FormCall) => Promise<Response | TokenError>,
): Promise<Response | TokenError> {
  // Before the client: who must come again with a nonce has used up nothing.
  const key = await readSenderKey(request);
  if (key.outcome === 'refused') return key;
  const authentication = await authenticateClient(request.headers.get('authorization'), form, clientProof());
  if (authentication.outcome === 'refused') return authentication;
  const caller = authentication.client;
  note({ recipient: caller.clientId });
  return answer({ form, caller, senderKey: key.thumbprint });
}

const tooManyFailures = (seconds: number): Response => {
  note({ error: 'too-many-failures' });
  const error = { error: 'invalid_request', error_description: `too many failures: try again in ${seconds} seconds` };
  return apiResponse(error, 429, { 'Retry-After': String(seconds) });
};

function refuse(
  { error, description, challenge }: TokenError,
  status = error === 'invalid_client' ? 401 : 400,
): Response {
  note({ error });
  const more: Record<string, string> = challenge ? { 'WWW-Authenticate': 'Basic realm="Accord", charset="UTF-8"' } : {};
  return apiResponse({ error, error_description: description }, status, more);
}

export const onlyPost = (): Response =>
  apiResponse({ error: 'invalid_request', error_description: 'only POST is answered here' }, 405, { Allow: 'POST' });
