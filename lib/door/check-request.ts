import type { Language } from '#i18n/locale.ts';
import { addressLimit, pageFormLimit } from '../authorization/size-limits.ts';
import { bodyLimit } from '../http/api-exchange.ts';
import { mediaTypeOf } from '../http/form.ts';
import { type Problem, problem } from '../http/problem.ts';
import { refuseForeignForm } from '../http/same-origin.ts';
import { namesActionOf } from './action-ids.ts';

// The addresses of people, and the methods that are answered there.
const routes: readonly [RegExp, readonly string[]][] = [
  [/^\/(authorize|sign-in|sign-out|consents\/stop|consents\/[\w-]{1,64}\/(stop|change))$/, ['GET', 'HEAD', 'POST']],
  [/^\/consents(\/[\w-]{1,64}(\/receipt)?)?$/, ['GET', 'HEAD', 'POST']],
  [/^\/(problem|consents\/[\w-]{1,64}\/receipt\.jws|)$/, ['GET', 'HEAD']],
  // Not even HEAD: an answer of the bank is good for one use.
  [/^\/sign-(out\/callback|in\/callback(\/[\w.-]{1,64})?)$/, ['GET']],
];

/** The path that an address is known by: Next answers it with a slash behind it, too. */
export const pagePathOf = (pathname: string): string => pathname.replace(/(?<=.)\/$/, '');

/** The methods that a page's address answers; undefined where there is no page. */
export const methodsOf = (path: string): readonly string[] | undefined => routes.find(([page]) => page.test(path))?.[1];

/** What the request line alone rules out: 404, 405, 414. */
export function checkRequestLine(
  { method, path, search }: { method: string; path: string; search: string },
  language: Language,
): Problem | undefined {
  const methods = methodsOf(path);
  if (!methods) return problem('not-found', 404, language);
  if (!methods.includes(method)) return problem('method-not-allowed', 405, language);
  return search.length > addressLimit ? problem('uri-too-long', 414, language) : undefined;
}

/** An authorization request posted as a form (OpenID Connect Core §3.1.2.1); no Server Action is ever posted so. */
export const isPostedRequest = (path: string, headers: Headers): boolean =>
  path === '/authorize' && mediaTypeOf(headers) === 'application/x-www-form-urlencoded';

/** What is wrong with an authorization request posted as a form: its length alone (411, 413). */
export const checkPostedRequest = (headers: Headers, language: Language): Problem | undefined =>
  checkLength(headers, bodyLimit, language);

/** What is wrong with a form posted to a page: 403, 415, 411, 413, or 400 when it names no action of that page. */
export async function checkPostedForm(
  request: Request,
  path: string,
  language: Language,
): Promise<Problem | undefined> {
  const { headers } = request;
  const foreign = refuseForeignForm(headers, language);
  if (foreign) return foreign;
  if (mediaTypeOf(headers) !== 'multipart/form-data') return problem('wrong-type', 415, language);
  const misfit = checkLength(headers, pageFormLimit, language);
  if (misfit) return misfit;
  // Next would answer what it cannot run with a bare 400, 409 or 500.
  return (await namesActionOf(path, request)) ? undefined : problem('ticket-invalid', 400, language);
}

function checkLength(headers: Headers, limit: number, language: Language): Problem | undefined {
  const length = headers.get('content-length');
  if (length === null) return problem('length-required', 411, language);
  return Number(length) > limit ? problem('too-large', 413, language) : undefined;
}
