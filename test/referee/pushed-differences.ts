import type { Difference } from './difference.ts';
import { ofOwnParameters } from './own-parameters.ts';

/** Where Accord and oidc-provider may answer a pushed request differently, how, and why. Nowhere else. */
export const pushedDifferences: Difference[] = [
  {
    cases:
      /: scope (missing|empty|over-long|named .*|is (TRANSACTIONS|ACCOUNT_BASIC EVERYTHING|ACCOUNT_BASIC offline_access|account_basic|ACCOUNT_BASIC,TRANSACTIONS))$|: raw &scope=ACCOUNT_BASIC%2BTRANSACTIONS$/,
    accord: 'invalid_scope',
    referee: 'accepted',
    because: 'scope is required here, known in every token, and holds ACCOUNT_BASIC',
  },
  {
    cases: /: scope (followed by a space|is ACCOUNT_BASIC {2}TRANSACTIONS)$/,
    accord: 'accepted',
    referee: 'invalid_scope',
    because: 'a space too many is forgiven here',
  },
  {
    cases: /: state (over-long|of control characters|is 2001 times .*)$|: raw &state=(a%FFb|%EF%BF%BD|%ED%A0%80)$/,
    accord: 'invalid_request',
    referee: 'accepted',
    because: 'state is at most 2000 characters here, UTF-8, and none of control (RFC 6749 appendix A.5)',
  },
  ...ofOwnParameters,
  {
    cases: /: redirect_uri is http:\/\/(localhost(:51004)?|127\.0\.0\.1:)\/callback$/,
    accord: 'invalid_request',
    referee: 'accepted',
    because: 'localhost is no loopback literal here (RFC 8252 §8.3), and a colon without a port is no port',
  },
  {
    cases: /: request_uri (over-long|not ASCII|of control characters|a space|followed by a space|is .*)$/,
    accord: 'invalid_request',
    referee: 'request_uri_not_supported',
    because: 'RFC 9126 §2.1: a request that is pushed holds no request_uri, and §2.3 names invalid_request for it',
  },
  {
    cases: /: response_type is code code$/,
    accord: 'unsupported_response_type',
    referee: 'accepted',
    because: 'response_type is compared as it stands here',
  },
  {
    cases: /: response_mode is (fragment|form_post)$/,
    accord: 'unsupported_response_mode',
    referee: 'accepted',
    because: 'every answer is in the query here; there these modes are supported',
  },
  {
    cases: /: raw &scope=.*&response_mode=fragment$/,
    accord: 'unsupported_response_mode',
    referee: 'invalid_scope',
    because: 'another mode is told first here',
  },
  {
    cases: /: (nonce is n|max_age is 0|id_token_hint is x)$/,
    accord: 'accepted',
    referee: 'invalid_request',
    because:
      'without the scope openid these are refused there; here max_age=0 asks for signing in, the others are not known',
  },
];
