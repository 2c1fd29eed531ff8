import { answerClient, readClientPost } from '#lib/clients/client-endpoint.ts';
import { onlyPost } from '#lib/clients/client-response.ts';
import { readParameter } from '#lib/oauth/parameters.ts';
import { tokenError } from '#lib/oauth/token-error.ts';
import { atHand } from '#lib/start-up/at-hand.ts';
import { introspectToken } from '#lib/tokens/introspect.ts';

/** RFC 7662: for those who can prove who they are; a public client cannot. */
export async function POST(request: Request): Promise<Response> {
  const post = await readClientPost(request);
  const { db, now: at } = atHand();
  return answerClient(db, post, at, async ({ form, caller }) => {
    if (caller.tokenEndpointAuthMethod === 'none')
      return tokenError('invalid_client', 'a public client cannot ask about tokens');
    if (caller.kind === 'provider' && !caller.apiClient.scope.includes('introspection'))
      return tokenError('unauthorized_client', 'this client may not ask about tokens');
    const token = readParameter(form, 'token');
    if (!token) return tokenError('invalid_request', 'token is missing');
    return { outcome: 'answered', body: await introspectToken(db, token, caller, at) };
  });
}

export { onlyPost as DELETE, onlyPost as GET, onlyPost as OPTIONS, onlyPost as PATCH, onlyPost as PUT };
