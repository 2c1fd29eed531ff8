import { formatAuthorizationRequest, type ProviderlessRequest } from './authorization-request.ts';
import { invalidRequest, type Refusal } from './refusal.ts';

/**
 * The longest request, in characters of its canonical query without the provider: 2,000 characters of state fit, however
 * they are encoded. Whatever carries a request on (an address, a page, a cookie) is sized for it.
 */
export const requestLimit = 36_000;

/** What is wrong with a request that is longer; its longest parameter is named. */
export function checkRequestLength(request: ProviderlessRequest): Refusal | undefined {
  const query = formatAuthorizationRequest(request);
  if (query.toString().length <= requestLimit) return undefined;
  const [[longest] = ['state']] = [...query].sort(([, one], [, other]) => other.length - one.length);
  return invalidRequest(longest, `is too long: a request has at most ${requestLimit} characters`);
}
