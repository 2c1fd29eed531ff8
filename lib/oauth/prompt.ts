import { readParameter } from './parameters.ts';
import { invalidRequest, type Refusal } from './refusal.ts';

/** The values of `prompt` that are supported (OpenID Connect Core §3.1.2.1). */
export const prompts = ['none', 'login', 'consent', 'select_account'];

/** The values of `prompt` in a request; empty when there are none. */
export const readPrompt = (parameters: URLSearchParams): string[] =>
  (readParameter(parameters, 'prompt') ?? '').split(' ').filter((value) => value !== '');

/** Checks `prompt` and `max_age` (OpenID Connect Core §3.1.2.1). */
export function checkPrompt(parameters: URLSearchParams): Refusal | undefined {
  const values = readPrompt(parameters);
  if (!values.every((value) => prompts.includes(value)))
    return invalidRequest('prompt', 'holds a value not known here');
  if (values.includes('none') && values.length > 1) return invalidRequest('prompt', 'holds none beside another value');
  const maxAge = readParameter(parameters, 'max_age');
  if (maxAge !== undefined && !/^\d{1,9}$/.test(maxAge))
    return invalidRequest('max_age', 'must be a number of seconds');
  return undefined;
}
