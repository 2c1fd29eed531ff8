import type { ConsentRequestLimits } from './consent-request.ts';
import type { DataCluster } from './scope.ts';

export type ClientAuthenticationMethod = 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt' | 'none';

/** What the protocol needs to know of a registered client (RFC 7591 §2). */
export interface OAuthClient {
  clientId: string;
  redirectUris: readonly string[];
  scope: readonly DataCluster[];
  status: 'active' | 'suspended';
  requirePkce: boolean;
  tokenEndpointAuthMethod: ClientAuthenticationMethod;
  /** In hex; any of them proves the client, so that a secret can be rotated. */
  clientSecretSha256?: readonly string[] | undefined;
  /** `fapi2` is the FAPI 2.0 Security Profile: pushed requests, keys instead of secrets, tokens bound to a key. */
  profile?: 'oauth2' | 'fapi2' | undefined;
  /** The most it may ask for in authorization details. Absent: it may use none. */
  limits?: ConsentRequestLimits | undefined;
}

/** Public clients have no other proof (RFC 7636 §4.4.1); FAPI 2.0 §5.3.2.2 requires PKCE of every client. */
export const needsPkce = (client: OAuthClient): boolean =>
  client.requirePkce || client.profile === 'fapi2' || client.tokenEndpointAuthMethod === 'none';
