import { apiResponse } from '#lib/http/api-response.ts';
import { readParameter } from '#lib/oauth/parameters.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { introspectToken } from '#lib/tokens/introspect.ts';
import { formApi, onlyPost } from '../form-api.ts';

/** RFC 7662: for those who can prove who they are; a public client cannot. */
export const POST = formApi(async ({ form, caller }) => {
  if (caller.tokenEndpointAuthMethod === 'none')
    return tokenError('invalid_client', 'a public client cannot ask about tokens');
  if (caller.kind === 'provider' && !caller.apiClient.scope.includes('introspection'))
    return tokenError('unauthorized_client', 'this client may not ask about tokens');
  const token = readParameter(form, 'token');
  if (!token) return tokenError('invalid_request', 'token is missing');
  return apiResponse(await introspectToken(token, caller));
});

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
