import { createHash, timingSafeEqual } from 'node:crypto';
import type { ClientAuthenticationMethod, OAuthClient } from './client.ts';
import { readParameter } from './parameters.ts';
import { type TokenError, tokenError } from './token-error.ts';

export type ClientAuthentication<Client> = { outcome: 'authenticated'; client: Client } | TokenError;

/** What proves a client: the method it has registered, and its secret. */
export type AuthenticatedClient = Pick<OAuthClient, 'status' | 'tokenEndpointAuthMethod' | 'clientSecretSha256'>;

interface Credentials {
  method: ClientAuthenticationMethod;
  clientId: string;
  secret: string | undefined;
}

/** Authenticates the client of a token request by the one method it has registered (RFC 6749 §2.3, §3.2.1). */
export function authenticateClient<Client extends AuthenticatedClient>(
  authorization: string | null,
  form: URLSearchParams,
  findClient: (clientId: string) => Client | undefined,
): ClientAuthentication<Client> {
  const credentials = readCredentials(authorization, form);
  if ('error' in credentials) return credentials;
  const client = findClient(credentials.clientId);
  const isRightSecret = matchesSecret(credentials.secret ?? '', client?.clientSecretSha256 ?? '');
  if (
    client?.status === 'active' &&
    client.tokenEndpointAuthMethod === credentials.method &&
    (credentials.method === 'none' || isRightSecret)
  )
    return { outcome: 'authenticated', client };
  return failed(credentials.method === 'client_secret_basic');
}

// One text for every cause, so that it does not tell which clients exist.
const failed = (challenge: boolean): TokenError => ({
  ...tokenError('invalid_client', 'client authentication failed'),
  challenge,
});

function readCredentials(authorization: string | null, form: URLSearchParams): Credentials | TokenError {
  const clientId = readParameter(form, 'client_id');
  const secret = readParameter(form, 'client_secret');
  const assertion = readParameter(form, 'client_assertion');
  const given = [authorization ?? undefined, secret, assertion].filter((credential) => credential !== undefined);
  if (given.length > 1) return tokenError('invalid_request', 'more than one method of client authentication is used');
  if (authorization === null) {
    if (assertion) return failed(false);
    if (!clientId) return tokenError('invalid_client', 'the client does not say who it is');
    return { method: secret ? 'client_secret_post' : 'none', clientId, secret };
  }
  const basic = readBasic(authorization);
  if (!basic) return failed(true);
  if (clientId && clientId !== basic.clientId)
    return tokenError('invalid_request', 'client_id is not that of the Authorization header');
  return { method: 'client_secret_basic', ...basic };
}

// RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
function readBasic(authorization: string): { clientId: string; secret: string } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (!encoded) return undefined;
  const [clientId, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  if (!clientId || secret.length === 0) return undefined;
  const decode = (value: string) => new URLSearchParams(`v=${value.replaceAll('&', '%26')}`).get('v') ?? '';
  return { clientId: decode(clientId), secret: decode(secret.join(':')) };
}

function matchesSecret(secret: string, sha256: string): boolean {
  const given = createHash('sha256').update(secret).digest();
  const registered = Buffer.from(sha256, 'hex');
  return registered.length === given.length && timingSafeEqual(given, registered);
}
