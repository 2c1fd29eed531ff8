import { AuthorizationResponseError } from 'openid-client';
import { log } from '../log/log.ts';
import { note } from '../log/request-log.ts';

/** Why a bank did not sign its customer in. */
export type BankFault = 'cancelled' | 'refused' | 'too-weak' | 'unavailable';

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
    // OpenID Connect Core unmet-authentication-requirements 1.0.
    case 'unmet_authentication_requirements':
      return 'too-weak';
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

/** A fault that we find ourselves in what the library has verified; `reason` stands in the log. */
export function bankFault(outcome: BankFault, reason: string): { outcome: BankFault } {
  note({ reason });
  return { outcome };
}

/** Says in the log what was wrong: the library's codes name the rule that was broken, and never a value. */
export function explainFault(fault: unknown): void {
  const { name, code, message } = fault as { name?: string; code?: string; message?: string };
  // RFC 6749 §4.1.2.1 and §5.2: the characters of an error code.
  const error = (fault as { error?: unknown }).error;
  if (typeof error === 'string')
    note({ bankError: error.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?').slice(0, 100) });
  log().warn({ fault: name, code, reason: message }, 'signing in at the bank failed');
}
