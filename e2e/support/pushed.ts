import { SignJWT } from 'jose';
import { fapiClientId, fapiRedirectUri, signingKey } from '../clients/fapi-recipient.ts';
import type { Server } from '../servers/server.ts';
import { authorizationQuery, newProof } from './authorization-request.ts';
import { budgetBuddy } from './granted.ts';
import { redeem, type TokenAnswer } from './token-request.ts';

type Fields = Record<string, string | undefined>;

/** Pushes a good request of the recipient with a secret, with a change. */
export const push = (server: Server, change: Fields = {}): Promise<TokenAnswer> =>
  redeem(server.origin, {
    path: '/par',
    basic: budgetBuddy,
    form: { grant_type: undefined, ...Object.fromEntries(authorizationQuery(change)) },
  });

/** The address that a customer is sent to for a pushed request. */
export const pushedPath = (requestUri: unknown, more: Record<string, string> = {}): string =>
  `/authorize?${new URLSearchParams({ client_id: 'budget-buddy', request_uri: String(requestUri), ...more })}`;

/** A good assertion of the recipient that signs (RFC 7523), as form fields. */
export async function assertionFields(
  { issuer }: Pick<Server, 'issuer'>,
  change: Record<string, unknown> = {},
): Promise<Fields> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: fapiClientId, sub: fapiClientId, aud: issuer, iat: now, exp: now + 60 };
  const client_assertion = await new SignJWT({ ...claims, jti: crypto.randomUUID(), ...change })
    .setProtectedHeader({ alg: 'ES256', kid: 'ledger-1' })
    .sign(await signingKey());
  return { client_assertion, client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };
}

/** What the recipient that signs asks for, less its assertion. */
export const fapiRequest = (change: Fields = {}): Fields => ({
  ...Object.fromEntries(authorizationQuery()),
  client_id: fapiClientId,
  redirect_uri: fapiRedirectUri,
  ...newProof().parameters,
  ...change,
});
