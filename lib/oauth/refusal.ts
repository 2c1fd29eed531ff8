import { type AuthorizationErrorCode, errorResponse, type ResponseTarget } from './authorization-response.ts';

/** Why a request is sent back; `description` is ASCII English for the client's developer. */
export type Refusal = { error: AuthorizationErrorCode; description: string };

/** A request that is sent back to its client. */
export type Refused = Refusal & { outcome: 'refused'; redirectTo: string };

export const invalidRequest = (description: string): Refusal => ({ error: 'invalid_request', description });

export const refuse = (target: ResponseTarget, { error, description }: Refusal): Refused => ({
  outcome: 'refused',
  redirectTo: errorResponse(target, error, description),
  error,
  description,
});
