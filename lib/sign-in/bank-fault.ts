import { AuthorizationResponseError } from 'openid-client';
import { log } from '../log/log.ts';

/** Why a bank did not sign its customer in. */
export type BankFault = 'cancelled' | 'refused' | 'unavailable';

/** What a fault of the bank's, or of the library that reads it, comes to. */
export function bankFaultOf(fault: unknown): BankFault {
  if (fault instanceof AuthorizationResponseError) return faultOfError(fault.error);
  return isOutOfReach(fault) ? 'unavailable' : 'refused';
}

function faultOfError(error: string): BankFault {
  switch (error) {
    case 'access_denied':
      return 'cancelled';
    case 'temporarily_unavailable':
    case 'server_error':
      return 'unavailable';
    default:
      return 'refused';
  }
}

function isOutOfReach(fault: unknown): boolean {
  const { code, cause } = fault as { code?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  if (cause instanceof Response) return cause.status >= 500;
  return fault instanceof TypeError && /^(fetch failed|terminated)$/.test(fault.message);
}

/** Says in the log what was wrong: the library's codes name the rule that was broken, and never a value. */
export function explainFault(fault: unknown): void {
  const { name, code, message } = fault as { name?: string; code?: string; message?: string };
  log().warn({ fault: name, code, reason: message }, 'signing in at the bank failed');
}
