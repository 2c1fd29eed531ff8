import * as oidc from 'openid-client';
import { sealFor } from '../keys/seal.ts';
import type { UpstreamSignIn } from '../registry/provider.ts';
import type { Session } from '../storage/sessions.ts';
import { signedOutUri } from './bank-addresses.ts';
import { identityProvider } from './identity-provider.ts';
import type { SignInFlow } from './sign-in-flow.ts';
import type { UpstreamRequest } from './start-upstream-sign-in.ts';

/** The bank's own way out (OpenID Connect RP-Initiated Logout §2), and the flow to remember; undefined where it has none. */
export async function startUpstreamSignOut(
  upstream: UpstreamSignIn,
  session: Session,
  request: UpstreamRequest,
  now: number,
): Promise<{ address: string; flow: SignInFlow } | undefined> {
  // A bank that does not answer keeps nobody from leaving.
  const configuration = await identityProvider(upstream, request.correlationId, now).catch(() => undefined);
  if (!configuration?.serverMetadata().end_session_endpoint || !session.sealedIdToken) return undefined;
  const state = oidc.randomState();
  const address = oidc.buildEndSessionUrl(configuration, {
    id_token_hint: String(sealFor('session').open(session.sealedIdToken)),
    post_logout_redirect_uri: signedOutUri(),
    state,
    ui_locales: `${request.language}-CA ${request.language}`,
  });
  return {
    address: address.href,
    flow: {
      state,
      nonce: '',
      codeVerifier: '',
      startedAt: now,
      providerId: request.provider.providerId,
      isForced: false,
      query: request.query.toString(),
    },
  };
}
