import * as oauth from 'openid-client';
import { issuer } from '#lib/process/environment.ts';
import type { Recipient } from '#lib/registry/recipient.ts';

/** The secret that a sample recipient was registered with. There is nothing to protect in the sample world. */
const secretOf = ({ clientId }: Recipient): string => `${clientId}-demo-secret`;

/** The recipient as an OAuth client, by what the server publishes of itself (RFC 8414). */
export function discoverFor(recipient: Recipient): Promise<oauth.Configuration> {
  const isHttp = issuer().startsWith('http:');
  return oauth.discovery(new URL(issuer()), recipient.clientId, undefined, authenticationOf(recipient), {
    algorithm: 'oauth2',
    ...(isHttp && { execute: [oauth.allowInsecureRequests] }),
  });
}

function authenticationOf(recipient: Recipient): oauth.ClientAuth {
  switch (recipient.tokenEndpointAuthMethod) {
    case 'client_secret_post':
      return oauth.ClientSecretPost(secretOf(recipient));
    case 'none':
      return oauth.None();
    default:
      return oauth.ClientSecretBasic(secretOf(recipient));
  }
}
