import * as oauth from 'openid-client';
import type { SampleApp } from './sample-world.ts';

/** An app as an OAuth client, by what the server at `accord` publishes of itself (RFC 8414). */
export function discoverFor(app: SampleApp, accord: string): Promise<oauth.Configuration> {
  return oauth.discovery(new URL(accord), app.clientId, undefined, authenticationOf(app), {
    algorithm: 'oauth2',
    timeout: 5,
    ...(accord.startsWith('http:') && { execute: [oauth.allowInsecureRequests] }),
  });
}

function authenticationOf({ clientId, authenticationMethod }: SampleApp): oauth.ClientAuth {
  // It was registered with this secret. There is nothing to protect in the sample world.
  const secret = `${clientId}-demo-secret`;
  switch (authenticationMethod) {
    case 'client_secret_post':
      return oauth.ClientSecretPost(secret);
    case 'none':
      return oauth.None();
    default:
      return oauth.ClientSecretBasic(secret);
  }
}
