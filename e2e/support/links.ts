import { expect } from '@playwright/test';
import type { Answer } from './http-call.ts';

/** Where the links of a page lead. */
export const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="([^"#][^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** The one link of a page whose query holds this. */
export function linkWith({ text }: Answer, pair: string): string {
  const found = linksOf(text).filter((href) => `&${new URLSearchParams(href.split('?')[1])}`.includes(`&${pair}`));
  expect(found, pair).toHaveLength(1);
  return found[0] ?? '';
}
