import { revokeToken } from '#lib/consent/token-revocation.ts';
import { apiResponse } from '#lib/front-door/api-response.ts';
import { note } from '#lib/log/request-log.ts';
import { readParameter } from '#lib/oauth/parameters.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { formApi, onlyPost } from '../form-api.ts';

/** RFC 7009: 200 whatever the token was. */
export const POST = formApi(
  (id) => currentRegistry().recipients.get(id),
  async (form, recipient) => {
    note({ recipient: recipient.clientId });
    const token = readParameter(form, 'token');
    if (!token) return tokenError('invalid_request', 'token is missing');
    await revokeToken(token, recipient);
    return apiResponse({});
  },
);

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
