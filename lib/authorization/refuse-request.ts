import { type Redirect, redirectTo } from '../http/problem.ts';
import { note } from '../log/request-log.ts';
import type { AuthorizationRequest } from '../oauth/authorization-request.ts';
import { type AuthorizationErrorCode, errorResponse } from '../oauth/authorization-response.ts';
import { issuer } from '../process/environment.ts';

/** Back to the recipient of a request with an error (RFC 6749 §4.1.2.1). */
export function refuseRequest(
  request: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  error: AuthorizationErrorCode,
  why: string,
): Redirect {
  note({ outcome: 'refused', error, reason: why });
  return redirectTo(errorResponse({ ...request, issuer: issuer() }, error, why));
}
