import * as oidc from 'openid-client';
import { secretOf } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import type { UpstreamSignIn } from '../registry/provider.ts';
import { cappedFetch } from './capped-fetch.ts';

/** Seconds that a bank has for an answer. */
export const patience = 5;
/** Seconds that a bank's discovery document is taken for true. */
const discoveryLife = 600;

interface Discovery {
  metadata: Promise<oidc.ServerMetadata>;
  until: number;
}

/**
 * The bank's OpenID provider as one sign-in sees it: its metadata are kept for ten minutes, its keys for this sign-in
 * alone, so that rotated ones are known at once. ID tokens are verified by signature, whatever way they came.
 */
export async function identityProvider(
  upstream: UpstreamSignIn,
  correlationId: string,
  now: number,
): Promise<oidc.Configuration> {
  const metadata = await discover(upstream, now);
  const configuration = new oidc.Configuration(metadata, upstream.client_id, {}, await authenticate(upstream));
  if (isInsecure(upstream)) oidc.allowInsecureRequests(configuration);
  oidc.enableNonRepudiationChecks(configuration);
  configuration.timeout = patience;
  configuration[oidc.customFetch] = (url, options) =>
    cappedFetch(url, {
      ...options,
      headers: { ...options.headers, 'x-fapi-interaction-id': correlationId },
    } as RequestInit);
  return configuration;
}

function discover(upstream: UpstreamSignIn, now: number): Promise<oidc.ServerMetadata> {
  const known = processWide('identity-providers', () => new Map<string, Discovery>());
  const { issuer } = upstream;
  const kept = known.get(issuer);
  if (kept && kept.until > now) return kept.metadata;
  const options: oidc.DiscoveryRequestOptions = {
    timeout: patience,
    [oidc.customFetch]: (url, options) => cappedFetch(url, options as RequestInit),
    ...(isInsecure(upstream) && { execute: [oidc.allowInsecureRequests] }),
  };
  const metadata = oidc
    .discovery(new URL(issuer), upstream.client_id, undefined, undefined, options)
    .then((configuration) => configuration.serverMetadata());
  known.set(issuer, { metadata, until: now + discoveryLife });
  metadata.catch(() => known.delete(issuer));
  return metadata;
}

const isInsecure = ({ issuer }: UpstreamSignIn) => issuer.startsWith('http:');

async function authenticate(upstream: UpstreamSignIn): Promise<oidc.ClientAuth> {
  switch (upstream.token_endpoint_auth_method) {
    case 'client_secret_basic':
      return oidc.ClientSecretBasic(secretOf(upstream.client_secret_env ?? ''));
    case 'client_secret_post':
      return oidc.ClientSecretPost(secretOf(upstream.client_secret_env ?? ''));
    case 'private_key_jwt':
      return oidc.PrivateKeyJwt(await readPrivateKey(secretOf(upstream.client_key_env ?? '')));
  }
}

async function readPrivateKey(text: string): Promise<{ key: CryptoKey; kid: string }> {
  const { importJWK } = await import('jose');
  const jwk = JSON.parse(text);
  return { key: (await importJWK(jwk, jwk.alg ?? 'ES256')) as CryptoKey, kid: jwk.kid };
}
