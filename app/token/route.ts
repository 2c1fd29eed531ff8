import { answerClient, readClientPost } from '#lib/clients/client-endpoint.ts';
import { onlyPost } from '#lib/clients/client-response.ts';
import { note } from '#lib/log/request-log.ts';
import { readTokenRequest } from '#lib/oauth/token-request.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { grantToken } from '#lib/tokens/grant-token.ts';
import { tokenErrorOf } from '#lib/tokens/token-outcome.ts';

/** RFC 6749 §3.2: authenticate the client, read the grant, give what it is good for. */
export async function POST(request: Request): Promise<Response> {
  const post = await readClientPost(request);
  const { db, now: at } = atHand();
  return answerClient(db, post, at, async ({ form, caller, senderKey }) => {
    const reading = readTokenRequest(form);
    if (reading.outcome === 'refused') return reading;
    const grant = await grantToken(db, reading.grant, { caller, senderKey }, at);
    note({ outcome: grant.outcome === 'refused' ? grant.reason : grant.outcome });
    if (grant.outcome === 'refused') return tokenErrorOf(grant);
    const { response, correlationId } = grant;
    return {
      outcome: 'answered',
      body: response,
      ...(correlationId && { headers: { 'x-fapi-interaction-id': correlationId } }),
    };
  });
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
