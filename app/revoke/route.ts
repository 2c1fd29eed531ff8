import { apiResponse } from '#lib/http/api-response.ts';
import { readParameter } from '#lib/oauth/parameters.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { revokeToken } from '#lib/tokens/revoke.ts';
import { formApi, onlyPost } from '../form-api.ts';

/** RFC 7009: 200 whatever the token was. */
export const POST = formApi(async ({ form, caller }) => {
  // A machine of a provider holds no tokens of customers.
  if (caller.kind !== 'recipient') return tokenError('invalid_client', 'client authentication failed');
  const token = readParameter(form, 'token');
  if (!token) return tokenError('invalid_request', 'token is missing');
  await revokeToken(token, caller.recipient);
  return apiResponse({});
});

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
