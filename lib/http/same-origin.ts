import type { Language } from '#i18n/locale.ts';
import { issuer } from '../process/environment.ts';
import { type Problem, problem } from './problem.ts';

/**
 * True when a browser says that one of our own pages posted this: `Origin` is the issuer's, or `Sec-Fetch-Site` says so.
 * Neither of them, or `null`, or another origin, is refused; `Host` and `X-Forwarded-*` play no part.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>, issuer: string): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (origin !== null && origin !== issuer) return false;
  if (site !== null && site !== 'same-origin') return false;
  return origin !== null || site !== null;
}

/** Our 403 for a form that none of our own pages has posted (SECURITY C8); undefined for one of ours. */
export const refuseForeignForm = (headers: Pick<Headers, 'get'>, language: Language): Problem | undefined =>
  isSameOrigin(headers, issuer()) ? undefined : problem('foreign-origin', 403, language);
