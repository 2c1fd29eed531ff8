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
  clientSecretSha256?: string | undefined;
}

/** RFC 7636 §4.4.1: public clients prove themselves by PKCE alone. */
export const needsPkce = (client: OAuthClient): boolean =>
  client.requirePkce || client.tokenEndpointAuthMethod === 'none';
