import { note } from '../log/request-log.ts';
import { authenticateClient } from '../oauth/client-authentication.ts';
import type { TokenError } from '../oauth/token-error.ts';
import type { Database } from '../storage/database.ts';
import { authenticationContext } from './authentication-context.ts';
import type { Caller } from './caller.ts';
import { readSenderKey } from './sender-key.ts';

/** A form from a client that has proved itself, and the key it came from (RFC 9449), if it has shown one. */
export interface ClientCall {
  form: URLSearchParams;
  caller: Caller;
  senderKey: string | undefined;
}

/** Authenticates the client of a form, after its DPoP proof: who must come again with a nonce has used up nothing. */
export async function authenticateCall(
  db: Database,
  request: Request,
  form: URLSearchParams,
  now: number,
): Promise<({ outcome: 'authenticated' } & ClientCall) | TokenError> {
  const key = await readSenderKey(db, request, now);
  if (key.outcome === 'refused') return key;
  const authorization = request.headers.get('authorization');
  const authentication = await authenticateClient(authorization, form, authenticationContext(db, now));
  if (authentication.outcome === 'refused') return authentication;
  const caller = authentication.client;
  note({ recipient: caller.clientId });
  return { outcome: 'authenticated', form, caller, senderKey: key.thumbprint };
}
