import { type AuthorizationErrorCode, errorResponse, type ResponseTarget } from './authorization-response.ts';

/** Why a request is sent back: the parameter at fault, and ASCII English for the client's developer. */
export type Refusal = { error: AuthorizationErrorCode; parameter: string; description: string };

/** A request that is sent back to its client. */
export type Refused = Refusal & { outcome: 'refused'; redirectTo: string };

/** A fault of a parameter; `fault` goes on where its name begins the sentence. */
export const refusal = (error: AuthorizationErrorCode, parameter: string, fault: string): Refusal => ({
  error,
  parameter,
  description: `${parameter} ${fault}`,
});

export const invalidRequest = (parameter: string, fault: string): Refusal =>
  refusal('invalid_request', parameter, fault);

export const refuse = (target: ResponseTarget, fault: Refusal): Refused => ({
  outcome: 'refused',
  redirectTo: errorResponse(target, fault.error, fault.description),
  ...fault,
});
