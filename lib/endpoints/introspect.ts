import { readParameter } from '../oauth/parameters.ts';
import { tokenError } from '../oauth/token-error.ts';
import { introspectToken } from '../tokens/introspect.ts';
import { clientForm } from './client-form.ts';

/** RFC 7662: for those who can prove who they are; a public client cannot. */
export const introspect = clientForm(async (db, { form, caller }, now) => {
  if (caller.tokenEndpointAuthMethod === 'none')
    return tokenError('invalid_client', 'a public client cannot ask about tokens');
  if (caller.kind === 'provider' && !caller.apiClient.scope.includes('introspection'))
    return tokenError('unauthorized_client', 'this client may not ask about tokens');
  const token = readParameter(form, 'token');
  if (!token) return tokenError('invalid_request', 'token is missing');
  return { outcome: 'answered', body: await introspectToken(db, token, caller, now) };
});
