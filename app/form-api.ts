import { apiResponse } from '#lib/front-door/api-response.ts';
import { readForm } from '#lib/front-door/form.ts';
import { note } from '#lib/log/request-log.ts';
import { type AuthenticatedClient, authenticateClient } from '#lib/oauth/client-authentication.ts';
import { type TokenError, tokenError } from '#lib/oauth/token-error.ts';
import { checkRepeatedParameters } from '#lib/oauth/token-request.ts';
import { isUnavailable } from '#lib/storage/database.ts';

/** An endpoint that a client posts a form to (RFC 6749 §3.2, RFC 7009 §2, RFC 7662 §2): the form, from an authenticated client. */
export const formApi =
  <Client extends AuthenticatedClient>(
    findClient: (clientId: string) => Client | undefined,
    answer: (form: URLSearchParams, client: Client) => Promise<Response | TokenError>,
  ) =>
  async (request: Request): Promise<Response> => {
    const body = await readForm(request);
    if (body.outcome === 'too-large')
      return refuse(tokenError('invalid_request', 'the body is larger than 16 kB'), 413);
    if (body.outcome === 'wrong-type')
      return refuse(tokenError('invalid_request', 'the body must be application/x-www-form-urlencoded'));
    const { form } = body;
    const repeated = checkRepeatedParameters(form);
    if (repeated) return refuse(repeated);
    const authentication = authenticateClient(request.headers.get('authorization'), form, findClient);
    if (authentication.outcome === 'refused') return refuse(authentication);
    try {
      const answered = await answer(form, authentication.client);
      return answered instanceof Response ? answered : refuse(answered);
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
      return refuse(tokenError('temporarily_unavailable', 'try again in a moment'), 503);
    }
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
