import { note } from '../log/request-log.ts';
import type { AuthenticationContext } from '../oauth/client-authentication.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { claimOnce } from '../storage/used-tokens.ts';
import { type Caller, findCaller } from './caller.ts';
import { keysOf } from './client-keys.ts';

/** What the clients of this server's APIs are authenticated against. */
export const authenticationContext = (db: Database, now: number): AuthenticationContext<Caller> => ({
  findClient: findCaller,
  issuer: issuer(),
  now,
  // The key of a suspended client proves nothing: its assertion is neither checked nor kept.
  keysOf: (caller) =>
    caller.kind === 'recipient' && caller.status === 'active' ? keysOf(caller.recipient) : undefined,
  isFirstUse: (clientId, jti, expiresAt) => claimOnce(db, ['assertion', clientId, jti], expiresAt),
  explain: (fault) => note({ outcome: fault }),
});
