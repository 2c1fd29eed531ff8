import { type AuthorizationRequest, formatAuthorizationRequest } from './authorization-request.ts';
import { invalidRequest, type Refusal } from './refusal.ts';

/**
 * The longest request, in characters of its canonical query without the provider: 2,000 characters of state fit, however
 * they are encoded. Whatever carries a request on (an address, a page, a cookie) is sized for it.
 */
export const requestLimit = 36_000;

export const checkRequestLength = (request: Omit<AuthorizationRequest, 'providerId'>): Refusal | undefined =>
  formatAuthorizationRequest(request).toString().length > requestLimit
    ? invalidRequest(`the request is longer than ${requestLimit} characters`)
    : undefined;
