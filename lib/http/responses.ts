import type { ReactElement } from 'react';
import type { Language } from '#i18n/locale.ts';
import { randomToken } from '../keys/random-token.ts';
import { environment } from '../process/environment.ts';
import { renderDocument } from './react-renderer.ts';
import { securityHeaders } from './security-headers.ts';

export interface PageOptions {
  language: Language;
  status?: number;
  /** Sources that the answer to a form of this page may lead to. */
  formTargets?: string[];
  headers?: Record<string, string>;
}

/** One of our pages: a whole HTML document under the security headers; `render` is given the nonce of its styles. */
export function pageResponse(
  render: (nonce: string) => ReactElement,
  { language, status = 200, formTargets, headers }: PageOptions,
): Response {
  const nonce = randomToken();
  return new Response(renderDocument(render(nonce)), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      ...securityHeaders({ nonce, formTargets, isHttps: environment().isHttps }),
      ...headers,
    },
  });
}

/** A file to keep, under the same headers as a page. */
export function fileResponse(content: string, { type, name }: { type: string; name: string }): Response {
  return new Response(content, {
    headers: {
      ...securityHeaders({ nonce: '', isHttps: environment().isHttps }),
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}

/** Sends the browser on by GET, whatever brought it here (RFC 9700 §4.12). */
export function redirectResponse(to: string, ...cookies: string[]): Response {
  const headers = new Headers(securityHeaders({ nonce: '', isHttps: environment().isHttps }));
  headers.set('Location', to);
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
