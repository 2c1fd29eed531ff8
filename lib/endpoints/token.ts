import { note } from '../log/request-log.ts';
import { readTokenRequest } from '../oauth/token-request.ts';
import { grantToken } from '../tokens/grant-token.ts';
import { tokenErrorOf } from '../tokens/token-outcome.ts';
import { browserForm } from './browser-form.ts';

/** RFC 6749 §3.2: authenticate the client, read the grant, give what it is good for. */
export const token = browserForm(async (db, { form, caller, senderKey }, now) => {
  const reading = readTokenRequest(form);
  if (reading.outcome === 'refused') return reading;
  const grant = await grantToken(db, reading.grant, { caller, senderKey }, now);
  note({ outcome: grant.outcome === 'refused' ? grant.reason : grant.outcome });
  if (grant.outcome === 'refused') return tokenErrorOf(grant);
  const { response, correlationId } = grant;
  return {
    outcome: 'answered',
    body: response,
    ...(correlationId && { headers: { 'x-fapi-interaction-id': correlationId } }),
  };
});
