import { invalidRequest, type Refusal } from './refusal.ts';

/**
 * The `state`, when it is one that can be sent back: given once, 1 to 2,000 code points, and UTF-8. U+FFFD stands where
 * the bytes were not UTF-8, so a state that holds it cannot be returned byte for byte.
 */
export function readState(parameters: URLSearchParams): string | undefined {
  const [state, ...more] = parameters.getAll('state');
  return state && more.length === 0 && [...state].length <= 2000 && !state.includes('\ufffd') ? state : undefined;
}

export const checkState = (state: string | undefined): Refusal | undefined =>
  state === undefined ? invalidRequest('state is missing, not UTF-8, or longer than 2000 characters') : undefined;
