import { createHash, timingSafeEqual } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import type { ClientAuthenticationMethod, OAuthClient } from './client.ts';
import { type AssertionFault, assertionType, claimedClientOf, readClientAssertion } from './client-assertion.ts';
import { readParameter } from './parameters.ts';
import { type TokenError, tokenError } from './token-error.ts';

type ClientAuthentication<Client> = { outcome: 'authenticated'; client: Client } | TokenError;

/** What proves a client: the method it has registered, and its secret or its keys. */
export type AuthenticatedClient = Pick<OAuthClient, 'status' | 'tokenEndpointAuthMethod' | 'clientSecretSha256'>;

/** What authentication needs to look up, and what an assertion is checked against. */
export interface AuthenticationContext<Client> {
  findClient: (clientId: string) => Client | undefined;
  issuer: string;
  now: number;
  /** The keys that a client has registered. */
  keysOf: (client: Client) => JWTVerifyGetKey | undefined;
  /** True the first time an assertion is seen (RFC 7523 §3, `jti`). It is remembered until it expires. */
  isFirstUse: (clientId: string, jti: string, expiresAt: number) => Promise<boolean>;
  /** Receives the reason for a refusal, for the log. */
  explain: (fault: AuthenticationFault) => void;
}

/** Why a client is not authenticated. The client sees one `invalid_client`; the reason goes to the log. */
export type AuthenticationFault =
  | AssertionFault
  | 'assertion-used-before'
  | 'no-keys'
  | 'wrong-secret'
  | 'other-method'
  | 'client-suspended'
  | 'unknown-client';

type Credentials = { clientId: string } & (
  | { method: Exclude<ClientAuthenticationMethod, 'private_key_jwt'>; secret: string | undefined }
  | { method: 'private_key_jwt'; assertion: string }
);

/**
 * Authenticates the client of a request by the one method it has registered (RFC 6749 §2.3, §3.2.1; RFC 7523 §2.2).
 */
export async function authenticateClient<Client extends AuthenticatedClient>(
  authorization: string | null,
  form: URLSearchParams,
  context: AuthenticationContext<Client>,
): Promise<ClientAuthentication<Client>> {
  const credentials = readCredentials(authorization, form);
  if ('error' in credentials) return credentials;
  const client = context.findClient(credentials.clientId);
  const fault = await findFault(credentials, client, context);
  if (client && fault === undefined) return { outcome: 'authenticated', client };
  context.explain(fault ?? 'unknown-client');
  return failed(credentials.method === 'client_secret_basic');
}

// The secret is compared even when there is no such client, so that timing does not reveal which clients exist.
async function findFault<Client extends AuthenticatedClient>(
  credentials: Credentials,
  client: Client | undefined,
  context: AuthenticationContext<Client>,
): Promise<AuthenticationFault | undefined> {
  const fault = await findProofFault(credentials, client, context);
  if (!client) return 'unknown-client';
  if (client.status !== 'active') return 'client-suspended';
  return client.tokenEndpointAuthMethod === credentials.method ? fault : 'other-method';
}

async function findProofFault<Client extends AuthenticatedClient>(
  credentials: Credentials,
  client: Client | undefined,
  { keysOf, isFirstUse, issuer, now }: AuthenticationContext<Client>,
): Promise<AuthenticationFault | undefined> {
  if (credentials.method === 'none') return undefined;
  if (credentials.method !== 'private_key_jwt')
    return matchesOneOf(credentials.secret ?? '', client?.clientSecretSha256 ?? ['']) ? undefined : 'wrong-secret';
  const { clientId, assertion } = credentials;
  const keys = client && keysOf(client);
  if (!keys) return 'no-keys';
  const reading = await readClientAssertion(assertion, { clientId, issuer, now, keys });
  if (reading.outcome === 'refused') return reading.reason;
  return (await isFirstUse(clientId, reading.jti, reading.expiresAt)) ? undefined : 'assertion-used-before';
}

// One text for every cause, so that it does not reveal which clients exist.
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
    if (assertion) return readAssertion(assertion, form);
    if (!clientId) return tokenError('invalid_client', 'the client does not say who it is');
    return { method: secret ? 'client_secret_post' : 'none', clientId, secret };
  }
  const basic = readBasic(authorization);
  if (!basic) return failed(true);
  if (clientId && clientId !== basic.clientId)
    return tokenError('invalid_request', 'client_id is not that of the Authorization header');
  return { method: 'client_secret_basic', ...basic };
}

/** The client that a request claims to be from, by any method. Nothing is verified. */
export function claimedClient(authorization: string | null, form: URLSearchParams): string | undefined {
  const credentials = readCredentials(authorization, form);
  return 'error' in credentials ? undefined : credentials.clientId;
}

// RFC 7521 §4.2: `client_id` is optional, and must match when given.
function readAssertion(assertion: string, form: URLSearchParams): Credentials | TokenError {
  if (readParameter(form, 'client_assertion_type') !== assertionType)
    return tokenError('invalid_request', `client_assertion_type must be ${assertionType}`);
  const clientId = claimedClientOf(assertion);
  if (!clientId) return failed(false);
  const named = readParameter(form, 'client_id');
  if (named && named !== clientId)
    return tokenError('invalid_request', 'client_id is not that of the client_assertion');
  return { method: 'private_key_jwt', clientId, assertion };
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

// All of them are compared, so that timing does not tell which it was.
function matchesOneOf(secret: string, hashes: readonly string[]): boolean {
  const given = createHash('sha256').update(secret).digest();
  const matching = hashes.filter((hash) => {
    const registered = Buffer.from(hash, 'hex');
    return registered.length === given.length && timingSafeEqual(given, registered);
  });
  return matching.length > 0;
}
