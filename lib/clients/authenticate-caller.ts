import { clientOfRequest, note } from '../log/request-log.ts';
import { authenticateClient, claimedClient } from '../oauth/client-authentication.ts';
import type { TokenError } from '../oauth/token-error.ts';
import type { Database } from '../storage/database.ts';
import { authenticationContext } from './authentication-context.ts';
import { type Caller, findCaller } from './caller.ts';
import { countAttempt } from './failure-limits.ts';
import { networkOf } from './network-of.ts';

export type TooManyAttempts = { outcome: 'too-many-attempts'; seconds: number };

type CallerAuthentication = { outcome: 'authenticated'; caller: Caller } | TokenError | TooManyAttempts;

/**
 * Authenticates a client by its header or form. Failures are counted per client and network; a client that does prove
 * itself goes through whatever was counted, so nobody can lock out another (SECURITY O11).
 */
export async function authenticateCaller(
  db: Database,
  authorization: string | null,
  form: URLSearchParams,
  now: number,
): Promise<CallerAuthentication> {
  const authentication = await authenticateClient(authorization, form, authenticationContext(db, now));
  if (authentication.outcome === 'authenticated') {
    note({ recipient: authentication.client.clientId });
    return { outcome: 'authenticated', caller: authentication.client };
  }
  if (authentication.error !== 'invalid_client') return authentication;
  // Ids that nobody has registered are counted as one: a stranger cannot fill a table with them.
  const claimed = findCaller(claimedClient(authorization, form) ?? '');
  if (claimed) note({ recipient: claimed.clientId });
  const seconds = await countAttempt(db, 'client', [claimed?.clientId ?? '', networkOf(clientOfRequest())]);
  return seconds === undefined ? authentication : { outcome: 'too-many-attempts', seconds };
}

/** Counts what a client that proves nothing has us store (SECURITY O15); the seconds to wait when it is too much. */
export async function limitUnproved(db: Database, caller: Caller): Promise<TooManyAttempts | undefined> {
  if (caller.tokenEndpointAuthMethod !== 'none') return undefined;
  const seconds = await countAttempt(db, 'public-client', [networkOf(clientOfRequest())]);
  return seconds === undefined ? undefined : { outcome: 'too-many-attempts', seconds };
}
