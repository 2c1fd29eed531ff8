import { consentGrant, consentRevocation } from './consents.ts';
import { jwks, metadata, openapi } from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import { health, live, ready } from './health.ts';
import { introspect } from './introspect.ts';
import { par } from './par.ts';
import { revoke } from './revoke.ts';
import { token } from './token.ts';

const endpoints = new Map<string, Endpoint>([
  ['/token', token],
  ['/par', par],
  ['/revoke', revoke],
  ['/introspect', introspect],
  ['/jwks', jwks],
  ['/openapi.json', openapi],
  ['/health', health],
  ['/health/live', live],
  ['/health/ready', ready],
  ['/.well-known/oauth-authorization-server', metadata],
  // Where clients of OpenID Connect look first (RFC 8414 §5).
  ['/.well-known/openid-configuration', metadata],
]);

/** The endpoint at a path, as the folders of `app` have it; a slash behind it changes nothing. */
export function findEndpoint(path: string): Endpoint | undefined {
  const address = path.endsWith('/') ? path.slice(0, -1) : path;
  return endpoints.get(address) ?? findConsentEndpoint(address);
}

function findConsentEndpoint(address: string): Endpoint | undefined {
  const found = /^\/fdx\/v6\/consents\/[^/]+(\/revocation)?$/.exec(address);
  return found ? (found[1] ? consentRevocation : consentGrant) : undefined;
}
