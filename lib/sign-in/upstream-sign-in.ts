import * as oidc from 'openid-client';
import type { Language } from '#i18n/locale.ts';
import { log } from '../log/log.ts';
import { issuer } from '../process/environment.ts';
import type { UpstreamSignIn } from '../registry/provider.ts';
import { identityProvider } from './identity-provider.ts';
import type { SignInFlow } from './sign-in-flow.ts';

/** Where a bank sends the browser back to; registered there as this server's redirect URI. */
export const callbackUri = (): string => `${issuer()}/sign-in/callback`;

export type UpstreamOutcome =
  | { outcome: 'signed-in'; customer: { sub: string; name: string; idToken: string }; accessToken: string }
  | { outcome: 'cancelled' }
  | { outcome: 'refused' }
  | { outcome: 'unavailable' };

/** What is signed in for; `query` is remembered, and brings the customer back to it. */
export interface UpstreamRequest {
  language: Language;
  correlationId: string;
  query: URLSearchParams;
}

/** What a request adds to signing in: a hint of who it is, and whether the bank must ask again. */
export interface SignInOptions {
  loginHint?: string | undefined;
  acrValues?: string | undefined;
  /** Seconds since the customer last showed who they are. */
  maxAge?: number | undefined;
  isForced?: boolean;
}

// The stricter of the two: what the registry demands, and what the request does.
const longestAge = (upstream: UpstreamSignIn, { maxAge }: SignInOptions): number | undefined => {
  const ages = [upstream.max_age, maxAge].filter((age) => age !== undefined);
  return ages.length === 0 ? undefined : Math.min(...ages);
};

/** The bank's own sign-in page for a request, and the flow to remember (OpenID Connect Core §3.1.2.1, RFC 7636). */
export async function startUpstreamSignIn(
  upstream: UpstreamSignIn,
  request: UpstreamRequest,
  options: SignInOptions,
  now: number,
): Promise<{ address: string; flow: SignInFlow } | undefined> {
  try {
    const configuration = await identityProvider(upstream, request.correlationId, now);
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const maxAge = longestAge(upstream, options);
    const acrValues = upstream.acr_values ?? options.acrValues;
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const address = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackUri(),
      scope: upstream.scope,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ui_locales: `${request.language}-CA ${request.language}`,
      correlation_id: request.correlationId,
      ...(maxAge !== undefined && { max_age: String(maxAge) }),
      ...(acrValues && { acr_values: acrValues }),
      ...(options.loginHint && { login_hint: options.loginHint }),
      ...(options.isForced && { prompt: 'login' }),
    });
    return {
      address: address.href,
      flow: { state, nonce, codeVerifier, startedAt: now, query: request.query.toString() },
    };
  } catch (fault) {
    explain(fault);
    return undefined;
  }
}

/** Redeems what the bank answered; whatever is wrong with it, the outcome holds no customer (SECURITY C17). */
export async function completeUpstreamSignIn(
  upstream: UpstreamSignIn,
  {
    flow,
    answer,
    correlationId,
    options,
  }: { flow: SignInFlow; answer: URLSearchParams; correlationId: string; options: SignInOptions },
  now: number,
): Promise<UpstreamOutcome> {
  try {
    const configuration = await identityProvider(upstream, correlationId, now);
    const maxAge = longestAge(upstream, options);
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${callbackUri()}?${answer}`), {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.codeVerifier,
      idTokenExpected: true,
      ...(maxAge !== undefined && { maxAge }),
    });
    const claims = tokens.claims();
    if (!claims || !isStrongEnough(claims.acr, upstream)) return { outcome: 'refused' };
    const { sub } = claims;
    const name = nameIn(claims) ?? nameIn(await readUserInfo(configuration, tokens.access_token, sub)) ?? sub;
    return {
      outcome: 'signed-in',
      customer: { sub, name, idToken: tokens.id_token ?? '' },
      accessToken: tokens.access_token,
    };
  } catch (fault) {
    explain(fault);
    if (fault instanceof oidc.AuthorizationResponseError) return { outcome: outcomeOf(fault.error) };
    return { outcome: isOutOfReach(fault) ? 'unavailable' : 'refused' };
  }
}

// `acr_values` is a wish (OpenID Connect Core §3.1.2.1); a registry that names them means a condition.
const isStrongEnough = (acr: unknown, { acr_values }: UpstreamSignIn) =>
  acr_values === undefined || (typeof acr === 'string' && acr_values.split(' ').includes(acr));

function nameIn(claims: Record<string, unknown> | undefined): string | undefined {
  const found = [claims?.name, claims?.preferred_username, claims?.email].find((value) => typeof value === 'string');
  return (found as string | undefined)?.trim().slice(0, 300) || undefined;
}

const readUserInfo = async (configuration: oidc.Configuration, accessToken: string, sub: string) =>
  configuration.serverMetadata().userinfo_endpoint ? oidc.fetchUserInfo(configuration, accessToken, sub) : undefined;

function outcomeOf(error: string) {
  switch (error) {
    case 'access_denied':
      return 'cancelled';
    case 'temporarily_unavailable':
    case 'server_error':
      return 'unavailable';
    default:
      return 'refused';
  }
}

function isOutOfReach(fault: unknown): boolean {
  const { code, cause } = fault as { code?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  if (cause instanceof Response) return cause.status >= 500;
  return fault instanceof TypeError && fault.message === 'fetch failed';
}

// The library's codes name the rule that was broken, and never a value.
function explain(fault: unknown): void {
  const { name, code, message } = fault as { name?: string; code?: string; message?: string };
  log().warn({ fault: name, code, reason: message }, 'signing in at the bank failed');
}
