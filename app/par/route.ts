import { pushRequest, requestUriLife } from '#lib/authorization/open-pushed-request.ts';
import { apiResponse } from '#lib/http/api-response.ts';
import { note } from '#lib/log/request-log.ts';
import { readPushedRequest } from '#lib/oauth/pushed-request.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { now } from '#lib/process/clock.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { database } from '#lib/storage/database.ts';
import { formApi, onlyPost } from '../form-api.ts';

/** RFC 9126 §2: takes an authorization request from a client that has proved itself, and gives a URI to open it by. */
export const POST = formApi(async ({ form, caller, senderKey }) => {
  if (caller.kind !== 'recipient') return tokenError('unauthorized_client', 'this client asks for no authorization');
  const reading = readPushedRequest(form, caller.clientId, authorizationContext(), senderKey);
  if (reading.outcome === 'refused') return reading;
  const { correlationId } = reading.request;
  const request_uri = await pushRequest(database(), reading.request, now());
  note({ outcome: 'pushed', correlationId });
  return apiResponse({ request_uri, expires_in: requestUriLife }, 201, { 'x-fapi-interaction-id': correlationId });
});

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
