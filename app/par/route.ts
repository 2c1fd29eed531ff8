import { pushRequest, requestUriLife } from '#lib/authorization/open-pushed-request.ts';
import { limitUnproved } from '#lib/clients/authenticate-caller.ts';
import { answerClient, readClientPost } from '#lib/clients/client-endpoint.ts';
import { onlyPost } from '#lib/clients/client-response.ts';
import { note } from '#lib/log/request-log.ts';
import { readPushedRequest } from '#lib/oauth/pushed-request.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { authorizationContext } from '#lib/registry/authorization-context.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** RFC 9126 §2: takes an authorization request from a client that has proved itself, and gives a URI to open it by. */
export async function POST(request: Request): Promise<Response> {
  const post = await readClientPost(request);
  const { db, now: at } = atHand();
  return answerClient(db, post, at, async ({ form, caller, senderKey }) => {
    if (caller.kind !== 'recipient') return tokenError('unauthorized_client', 'this client asks for no authorization');
    const reading = readPushedRequest(form, caller.clientId, authorizationContext(), senderKey);
    if (reading.outcome === 'refused') return reading;
    const limit = await limitUnproved(db, caller);
    if (limit) return limit;
    const { correlationId } = reading.request;
    const request_uri = await pushRequest(db, reading.request, at);
    note({ outcome: 'pushed', correlationId });
    const headers = { 'x-fapi-interaction-id': correlationId };
    return { outcome: 'answered', status: 201, body: { request_uri, expires_in: requestUriLife }, headers };
  });
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
