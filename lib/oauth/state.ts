import { invalidRequest, type Refusal } from './refusal.ts';

// U+FFFD stands where the bytes were not UTF-8. RFC 6749 appendix A.5 has no control characters in a state.
const unfit = /[\p{Cc}\ufffd]/u;

/**
 * The `state`, when it can be sent back byte for byte: given once, 1 to 2,000 code points, UTF-8, no control character.
 */
export function readState(parameters: URLSearchParams): string | undefined {
  const [state, ...more] = parameters.getAll('state');
  return state && more.length === 0 && [...state].length <= 2000 && !unfit.test(state) ? state : undefined;
}

export const checkState = (state: string | undefined): Refusal | undefined =>
  state === undefined
    ? invalidRequest('state', 'is missing, longer than 2000 characters, not UTF-8, or holds control characters')
    : undefined;
