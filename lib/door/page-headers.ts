import type { Language } from '#i18n/locale.ts';
import { languageHeader, providerHeader } from '#i18n/request.ts';
import { isOutsideHeader } from '../gate/outside-headers.ts';
import { addressHeader } from '../http/address-header.ts';
import { problemHeader } from '../http/problem-header.ts';
import { randomToken } from '../keys/random-token.ts';
import { issuer } from '../process/environment.ts';
import { currentRegistry } from '../registry/current.ts';
import { findProviderOf } from '../registry/registry.ts';
import { pagePolicy } from './page-policy.ts';

/** The headers that a page is asked with, which only we set, and those of its answer. */
interface PageHeaders {
  request: Headers;
  response: Record<string, string>;
}

/** Tells a page its language, its bank, its nonce and its address; `answers` are the addresses that its forms may lead to. */
export function pageHeaders(
  incoming: Request,
  language: Language,
  answers: readonly string[],
  provider?: { providerId: string },
): PageHeaders {
  const nonce = randomToken();
  const request = new Headers(incoming.headers);
  if (process.env.NODE_ENV === 'production')
    for (const name of [...request.keys()]) if (isOutsideHeader(name)) request.delete(name);
  const { pathname, search, searchParams } = new URL(incoming.url);
  request.delete(problemHeader);
  request.set(addressHeader, /^\/(consents|sign-out)\b/.test(pathname) ? pathname + search : '/consents');
  request.set(languageHeader, language);
  request.set(providerHeader, (provider ?? findProviderOf(currentRegistry(), searchParams))?.providerId ?? '');
  request.set('x-nonce', nonce);
  // Next compares an action's origin, which the door has checked, with the host it is told: ours, whatever a proxy wrote.
  request.set('x-forwarded-host', new URL(issuer()).host);
  return { request, response: { 'Content-Language': language, ...pagePolicy(nonce, answers) } };
}
