import { redeemAuthorizationCode } from '#lib/consent/redemption.ts';
import { apiResponse } from '#lib/front-door/api-response.ts';
import { readForm } from '#lib/front-door/form.ts';
import { note } from '#lib/log/request-log.ts';
import { authenticateClient } from '#lib/oauth/client-authentication.ts';
import { type TokenError, tokenError } from '#lib/oauth/token-error.ts';
import { checkRepeatedParameters, readTokenRequest } from '#lib/oauth/token-request.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { isUnavailable } from '#lib/storage/database.ts';

/** RFC 6749 §3.2: authenticate the client, read the grant, take the code. */
export async function POST(request: Request): Promise<Response> {
  const body = await readForm(request);
  if (body.outcome === 'too-large') return refuse(tokenError('invalid_request', 'the body is larger than 16 kB'), 413);
  if (body.outcome === 'wrong-type')
    return refuse(tokenError('invalid_request', 'the body must be application/x-www-form-urlencoded'));
  const repeated = checkRepeatedParameters(body.form);
  if (repeated) return refuse(repeated);

  const { recipients } = currentRegistry();
  const authentication = authenticateClient(request.headers.get('authorization'), body.form, (id) =>
    recipients.get(id),
  );
  if (authentication.outcome === 'refused') return refuse(authentication);
  note({ recipient: authentication.client.clientId });

  const grant = readTokenRequest(body.form);
  if (grant.outcome === 'refused') return refuse(grant);
  try {
    const redemption = await redeemAuthorizationCode(grant, authentication.client);
    if (redemption.outcome === 'refused') return refuse(redemption);
    note({ outcome: 'issued' });
    return apiResponse(redemption.response, 200, { 'x-fapi-interaction-id': redemption.correlationId });
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return refuse(tokenError('temporarily_unavailable', 'try again in a moment'), 503);
  }
}

function refuse(
  { error, description, challenge }: TokenError,
  status = error === 'invalid_client' ? 401 : 400,
): Response {
  note({ error });
  const more: Record<string, string> = challenge ? { 'WWW-Authenticate': 'Basic realm="Accord", charset="UTF-8"' } : {};
  return apiResponse({ error, error_description: description }, status, more);
}

const methodNotAllowed = () =>
  apiResponse({ error: 'invalid_request', error_description: 'only POST is answered here' }, 405, { Allow: 'POST' });

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as GET,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as PUT,
};
