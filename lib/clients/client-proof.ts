import { note } from '../log/request-log.ts';
import type { AuthenticationContext } from '../oauth/client-authentication.ts';
import { now } from '../process/clock.ts';
import { issuer } from '../process/environment.ts';
import { database } from '../storage/database.ts';
import { claimOnce } from '../storage/used-tokens.ts';
import { type Caller, findCaller } from './caller.ts';
import { keysOf } from './client-keys.ts';

/** What those who call the APIs of this server are held against. */
export const clientProof = (): AuthenticationContext<Caller> => ({
  findClient: findCaller,
  issuer: issuer(),
  now: now(),
  keysOf: (caller) => (caller.kind === 'recipient' ? keysOf(caller.recipient) : undefined),
  isFirstUse: (clientId, jti, expiresAt) => claimOnce(database(), ['assertion', clientId, jti], expiresAt),
  explain: (reason) => note({ outcome: reason }),
});
