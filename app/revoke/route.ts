import { answerClient, readClientPost } from '#lib/clients/client-endpoint.ts';
import { onlyPost } from '#lib/clients/client-response.ts';
import { readParameter } from '#lib/oauth/parameters.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { revokeToken } from '#lib/tokens/revoke.ts';

/** RFC 7009: 200 whatever the token was. */
export async function POST(request: Request): Promise<Response> {
  const post = await readClientPost(request);
  const { db, now: at } = atHand();
  return answerClient(db, post, at, async ({ form, caller }) => {
    // A machine of a provider holds no tokens of customers.
    if (caller.kind !== 'recipient') return tokenError('invalid_client', 'client authentication failed');
    const token = readParameter(form, 'token');
    if (!token) return tokenError('invalid_request', 'token is missing');
    await revokeToken(db, token, caller.clientId, at);
    return { outcome: 'answered', body: {} };
  });
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
