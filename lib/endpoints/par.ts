import { pushRequest, requestUriLife } from '../authorization/open-pushed-request.ts';
import { limitUnproved } from '../clients/authenticate-caller.ts';
import { note } from '../log/request-log.ts';
import { readPushedRequest } from '../oauth/pushed-request.ts';
import { tokenError } from '../oauth/token-error.ts';
import { authorizationContext } from '../registry/authorization-context.ts';
import { clientForm } from './client-form.ts';

/** RFC 9126 §2: takes an authorization request from a client that has proved itself, and gives a URI to open it by. */
export const par = clientForm(async (db, { form, caller, senderKey }, now) => {
  if (caller.kind !== 'recipient') return tokenError('unauthorized_client', 'this client asks for no authorization');
  const reading = readPushedRequest(form, caller.clientId, authorizationContext(), senderKey);
  if (reading.outcome === 'refused') return reading;
  const limit = await limitUnproved(db, caller);
  if (limit) return limit;
  const { correlationId } = reading.request;
  const request_uri = await pushRequest(db, reading.request, now);
  note({ outcome: 'pushed', correlationId });
  const headers = { 'x-fapi-interaction-id': correlationId };
  return { outcome: 'answered', status: 201, body: { request_uri, expires_in: requestUriLife }, headers };
});
