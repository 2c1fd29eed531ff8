import type { Difference } from './difference.ts';
import { ofOwnParameters } from './own-parameters.ts';

/** The differences in requests that are not pushed. */
export const differences: Difference[] = [
  {
    cases: /: state (missing|empty|named .*)$|: raw &(state|\+state=a|state\+=a)$/,
    accord: 'invalid_request without state',
    referee: 'accepted',
    because: 'state is required here; RFC 6749 §4.1.1 only recommends it',
  },
  {
    cases: /: state (over-long|of control characters|is 2001 times .*)$/,
    accord: 'invalid_request without state',
    referee: 'accepted',
    because: 'state is at most 2000 characters here, and none of control (RFC 6749 appendix A.5)',
  },
  {
    cases: /: raw &state=(a%FFb|%EF%BF%BD|%ED%A0%80)$/,
    accord: 'invalid_request without state',
    referee: 'accepted',
    because:
      'bytes that are not UTF-8 cannot be given back; read as U+FFFD they are refused here, and U+FFFD with them',
  },
  {
    cases: /: scope (missing|empty|named .*)$/,
    accord: 'invalid_scope',
    referee: 'accepted',
    because: 'scope is required here; there is nothing to consent to without one',
  },
  {
    cases:
      /: scope (over-long|is (ACCOUNT_BASIC EVERYTHING|ACCOUNT_BASIC offline_access|account_basic|ACCOUNT_BASIC,TRANSACTIONS))$|: raw &scope=ACCOUNT_BASIC%2BTRANSACTIONS$/,
    accord: 'invalid_scope',
    referee: 'accepted',
    because: 'a scope that is not known is refused here (RFC 6749 §4.1.2.1); there it is ignored',
  },
  {
    cases: /: scope is TRANSACTIONS$/,
    accord: 'invalid_scope',
    referee: 'accepted',
    because: 'scope must hold ACCOUNT_BASIC here',
  },
  {
    cases: /: scope (followed by a space|is ACCOUNT_BASIC {2}TRANSACTIONS)$/,
    accord: 'accepted',
    referee: 'invalid_scope',
    because: 'a space too many is forgiven here',
  },
  {
    cases: /^(confidential: scope is ACCOUNT_BASIC CUSTOMER_PERSONAL|.*: scope is ACCOUNT_BASIC openid)$/,
    accord: 'invalid_scope',
    referee: 'invalid_scope with scope',
    because: 'the scope in question is named there, in a parameter that no RFC has',
  },
  {
    cases: /: raw &scope=.*&response_mode=fragment$/,
    accord: 'unsupported_response_mode',
    referee: 'invalid_scope with scope in the fragment',
    because: 'every answer is in the query here, and another mode is told first',
  },
  {
    cases:
      /: response_type is (token|id_token|code token|code id_token|code,token)$|^both: response_type is token and (scope|code_challenge|code_challenge_method) is/,
    accord: 'unsupported_response_type',
    referee: 'unsupported_response_type in the fragment',
    because: 'no response type that is answered in the fragment is known here',
  },
  {
    cases: /: response_type is code code$/,
    accord: 'unsupported_response_type',
    referee: 'accepted',
    because: 'response_type is compared as it stands here',
  },
  ...ofOwnParameters,
  {
    cases: /^confidential: redirect_uri is http:\/\/localhost(:51004)?\/callback$/,
    accord: 'page',
    referee: 'accepted',
    because: 'localhost is no loopback literal here: its port counts (RFC 8252 §8.3)',
  },
  {
    cases: /: redirect_uri is http:\/\/127\.0\.0\.1:\/callback$/,
    accord: 'page',
    referee: 'accepted',
    because: 'a colon without a port is no port here',
  },
  {
    cases: /: response_mode is (fragment|form_post)$/,
    accord: 'unsupported_response_mode',
    referee: 'accepted',
    because: 'every answer is in the query here; there these modes are supported',
  },
  {
    cases: /: prompt is none$/,
    accord: 'accepted',
    referee: 'login_required',
    because: 'whether anybody is signed in, the reader here does not know: the endpoint answers login_required',
  },
  {
    cases: /: max_age is 0$/,
    accord: 'accepted',
    referee: 'invalid_request',
    because: 'max_age=0 asks for signing in again here (OpenID Connect Core §3.1.2.1); there it needs the scope openid',
  },
  {
    cases: /: (nonce is n|id_token_hint is x)$/,
    accord: 'accepted',
    referee: 'invalid_request',
    because: 'these are OpenID Connect’s, and are not known here',
  },
  {
    cases: /^both: request is .* and request_uri is/,
    accord: 'invalid_request',
    referee: 'request_not_supported',
    because: 'the two together are told apart here (OpenID Connect Core §6.1)',
  },
  {
    cases: /^both: response_type is empty and registration is/,
    accord: 'registration_not_supported',
    referee: 'invalid_request',
    because: 'of two faults, what is not supported is told first here',
  },
  {
    cases: /^both: response_type is token and registration is/,
    accord: 'registration_not_supported',
    referee: 'registration_not_supported in the fragment',
    because: 'no response type that is answered in the fragment is known here',
  },
  {
    cases: /^both: response_type is token and request is/,
    accord: 'request_not_supported',
    referee: 'request_not_supported in the fragment',
    because: 'no response type that is answered in the fragment is known here',
  },
  {
    cases: /^both: response_type is token and request_uri is/,
    accord: 'request_uri_not_supported',
    referee: 'request_uri_not_supported in the fragment',
    because: 'no response type that is answered in the fragment is known here',
  },
  {
    cases: /^both: scope is ACCOUNT_BASIC CUSTOMER_PERSONAL and code_challenge(_method)? is/,
    accord: 'invalid_request',
    referee: 'invalid_scope with scope',
    because: 'of two faults, the form of the request is told before its scope here',
  },
];
