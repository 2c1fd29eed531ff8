import { now } from '#lib/clock.ts';
import { pushRequest, requestUriLife } from '#lib/consent/pushed-request.ts';
import { apiResponse } from '#lib/front-door/api-response.ts';
import { note } from '#lib/log/request-log.ts';
import { readAuthorizationRequest } from '#lib/oauth/authorization-request.ts';
import { type TokenError, tokenError } from '#lib/oauth/token-error.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { type FormCall, formApi, onlyPost } from '../form-api.ts';

/** RFC 9126 §2: takes an authorization request from a client that has proved itself, and gives a URI to open it by. */
export const POST = formApi(async (call) => {
  const request = readPushed(call);
  if ('error' in request) return request;
  const request_uri = await pushRequest(request, now());
  note({ outcome: 'pushed', correlationId: request.correlationId });
  return apiResponse({ request_uri, expires_in: requestUriLife }, 201, {
    'x-fapi-interaction-id': request.correlationId,
  });
});

function readPushed({ form, caller, senderKey }: FormCall) {
  if (caller.kind !== 'recipient') return tokenError('unauthorized_client', 'this client asks for no authorization');
  // RFC 9126 §2.1: a request is pushed itself, and never one that was pushed before.
  if (form.has('request_uri')) return tokenError('invalid_request', 'request_uri cannot be pushed');
  const parameters = new URLSearchParams(form);
  parameters.set('client_id', caller.clientId);
  const reading = readAuthorizationRequest(parameters, authorizationContext(), true);
  if (reading.outcome === 'untrusted')
    return tokenError('invalid_request', 'redirect_uri must be one of those registered, and be given once');
  if (reading.outcome === 'refused') return tokenError(reading.error, reading.description);
  return bindToKey(reading.request, senderKey);
}

// RFC 9449 §10.1: a proof here says the same as dpop_jkt.
function bindToKey<Request extends { dpopJkt?: string | undefined }>(
  request: Request,
  senderKey: string | undefined,
): Request | TokenError {
  if (senderKey === undefined) return request;
  if (request.dpopJkt !== undefined && request.dpopJkt !== senderKey)
    return tokenError('invalid_dpop_proof', 'dpop_jkt is not the key of the DPoP proof');
  return { ...request, dpopJkt: senderKey };
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
