import type { ApiRequest } from '../http/api-exchange.ts';
import type { TokenError } from '../oauth/token-error.ts';
import type { Database } from '../storage/database.ts';
import { authenticateCaller, limitUnproved, type TooManyAttempts } from './authenticate-caller.ts';
import type { Caller } from './caller.ts';
import { readSenderProof, spendProof } from './sender-key.ts';

/** A form from a client that has proved itself, and the key it came from (RFC 9449), if it has shown one. */
export interface ClientCall {
  form: URLSearchParams;
  caller: Caller;
  senderKey: string | undefined;
}

type CallAuthentication = { outcome: 'authenticated'; call: ClientCall } | TokenError | TooManyAttempts;

/**
 * Authenticates the client of a form. Its DPoP proof is read first, so that a client that must come again with a nonce has
 * not used up its assertion; and spent last, so that nothing is stored for a stranger.
 */
export async function authenticateCall(
  db: Database,
  request: ApiRequest,
  form: URLSearchParams,
  now: number,
): Promise<CallAuthentication> {
  const proof = await readSenderProof(request, now);
  if (proof.outcome === 'refused') return proof;
  const authentication = await authenticateCaller(db, request.headers.get('authorization'), form, now);
  if (authentication.outcome !== 'authenticated') return authentication;
  const { caller } = authentication;
  if (proof.outcome === 'absent') return { outcome: 'authenticated', call: { form, caller, senderKey: undefined } };
  const limit = await limitUnproved(db, caller);
  if (limit) return limit;
  const spending = await spendProof(db, proof, now);
  if (spending.outcome === 'refused') return spending;
  return { outcome: 'authenticated', call: { form, caller, senderKey: proof.thumbprint } };
}
