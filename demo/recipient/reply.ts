import type { ServerResponse } from 'node:http';
import type { Html } from './html.ts';
import { styleSource } from './page.ts';
import type { RecipientLanguage } from './words.ts';

/** What a request is answered with. */
export type Reply =
  | { status: 200 | 400 | 404 | 405 | 413 | 500 | 502; language: RecipientLanguage; page: Html; allow?: string }
  | { status: 303; location: string; cookie?: string };

/** Sends a reply; `formTargets` are the origins that the answer to a form may lead through. */
export function sendReply(response: ServerResponse, reply: Reply, formTargets: string[]): void {
  const headers = {
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${styleSource}`,
      'img-src data:',
      ['form-action', "'self'", ...formTargets].join(' '),
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  if (reply.status === 303) {
    response.writeHead(303, {
      ...headers,
      location: reply.location,
      ...(reply.cookie !== undefined && { 'set-cookie': reply.cookie }),
    });
    response.end();
    return;
  }
  response.writeHead(reply.status, {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-language': reply.language,
    ...(reply.allow !== undefined && { allow: reply.allow }),
  });
  response.end(reply.page.source);
}
