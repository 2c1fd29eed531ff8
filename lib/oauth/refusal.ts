import type { AuthorizationErrorCode } from './authorization-response.ts';

/** Why a request is sent back; `description` is ASCII English for the client's developer. */
export type Refusal = { error: AuthorizationErrorCode; description: string };

export const invalidRequest = (description: string): Refusal => ({ error: 'invalid_request', description });
