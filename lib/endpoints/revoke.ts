import { readParameter } from '../oauth/parameters.ts';
import { tokenError } from '../oauth/token-error.ts';
import { revokeToken } from '../tokens/revoke.ts';
import { browserForm } from './browser-form.ts';

/** RFC 7009: 200 whatever the token was. */
export const revoke = browserForm(async (db, { form, caller }, now) => {
  // A machine of a provider holds no tokens of customers.
  if (caller.kind !== 'recipient') return tokenError('invalid_client', 'client authentication failed');
  const token = readParameter(form, 'token');
  if (!token) return tokenError('invalid_request', 'token is missing');
  await revokeToken(db, token, caller.clientId, now);
  return { outcome: 'answered', body: {} };
});
