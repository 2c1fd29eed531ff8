import { readParameter } from './parameters.ts';
import { readPrompt } from './prompt.ts';

/** How the customer is to be asked who they are (OpenID Connect Core §3.1.2.1); `maxAge` in seconds. */
export interface SignInRequest {
  prompt?: string | undefined;
  maxAge?: number | undefined;
  loginHint?: string | undefined;
  acrValues?: string | undefined;
}

/** Reads it from parameters that were checked. An absent value has no key, so that requests can be compared. */
export function readSignInRequest(parameters: URLSearchParams): SignInRequest {
  const prompt = readPrompt(parameters).join(' ');
  const maxAge = readParameter(parameters, 'max_age');
  const loginHint = readParameter(parameters, 'login_hint');
  const acrValues = readParameter(parameters, 'acr_values');
  return {
    ...(prompt && { prompt }),
    ...(maxAge && { maxAge: Number(maxAge) }),
    // Passed on to the bank, which may fill in the name. It proves nothing.
    ...(loginHint && loginHint.length <= 255 && { loginHint }),
    ...(acrValues && acrValues.length <= 255 && { acrValues }),
  };
}

/** Writes it as parameters. */
export const formatSignInRequest = ({
  prompt,
  maxAge,
  loginHint,
  acrValues,
}: SignInRequest): Record<string, string> => ({
  ...(prompt && { prompt }),
  ...(maxAge !== undefined && { max_age: String(maxAge) }),
  ...(loginHint && { login_hint: loginHint }),
  ...(acrValues && { acr_values: acrValues }),
});
