import type { Difference } from './difference.ts';

/** For pushed and plain requests alike: Accord's own parameters, and the length of a challenge. */
export const ofOwnParameters: Difference[] = [
  {
    cases: /: provider_id (over-long|not ASCII|of control characters|a space|followed by a space|is (3000|__proto__))$/,
    accord: 'invalid_request',
    referee: 'accepted',
    because: 'provider_id is Accord’s own, and is known when it is given',
  },
  {
    cases:
      /: correlation_id (over-long|not ASCII|of control characters|a space|followed by a space|is (129 times c|a b|a\/b))$/,
    accord: 'invalid_request',
    referee: 'accepted',
    because: 'correlation_id is Accord’s own: 1 to 128 unreserved characters',
  },
  {
    cases: /: code_challenge is (E9.*A|\..*|128 times a)$/,
    accord: 'invalid_request',
    referee: 'accepted',
    because: 'a challenge of S256 is exactly 43 characters of base64url here (RFC 7636 §4.2); there any of 43 to 128',
  },
];
