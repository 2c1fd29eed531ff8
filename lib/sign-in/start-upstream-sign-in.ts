import * as oidc from 'openid-client';
import type { Language } from '#i18n/locale.ts';
import type { UpstreamSignIn } from '../registry/provider.ts';
import { callbackUri } from './bank-addresses.ts';
import { explainFault } from './bank-fault.ts';
import { identityProvider } from './identity-provider.ts';
import { isForced, longestAge, type SignInOptions } from './sign-in-demand.ts';
import type { SignInFlow } from './sign-in-flow.ts';

/** What is signed in for, and at which bank; `query` is remembered, and brings the customer back to it. */
export interface UpstreamRequest {
  provider: { providerId: string };
  language: Language;
  correlationId: string;
  query: URLSearchParams;
}

/** The bank's own sign-in page for a request, and the flow to remember (OpenID Connect Core §3.1.2.1, RFC 7636). */
export async function startUpstreamSignIn(
  upstream: UpstreamSignIn,
  { provider: { providerId }, language, correlationId, query }: UpstreamRequest,
  options: SignInOptions,
  now: number,
): Promise<{ address: string; flow: SignInFlow } | undefined> {
  try {
    const configuration = await identityProvider(upstream, correlationId, now);
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const mustAsk = isForced(upstream, options);
    // Only a bank that is asked for an age must say when its customer showed who they are (OpenID Connect Core §2).
    const maxAge = longestAge(upstream, options) ?? (mustAsk ? 0 : undefined);
    const acrValues = upstream.acr_values ?? options.acrValues;
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackUri(providerId),
      scope: upstream.scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ui_locales: `${language}-CA ${language}`,
      correlation_id: correlationId,
      ...(maxAge !== undefined && { max_age: String(maxAge) }),
      ...(acrValues && { acr_values: acrValues }),
      ...(options.loginHint && { login_hint: options.loginHint }),
      ...(mustAsk && { prompt: 'login' }),
    });
    const flow = { state, nonce, codeVerifier, startedAt: now, providerId, isForced: mustAsk, query: query.toString() };
    return { address: address.href, flow };
  } catch (fault) {
    explainFault(fault);
    return undefined;
  }
}
