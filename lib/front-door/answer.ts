import { type NextRequest, NextResponse } from 'next/server';
import { environment } from '../environment.ts';
import { note } from '../log/request-log.ts';
import type { Language } from '../oauth/language.ts';
import { randomToken } from '../random.ts';
import { securityHeaders } from './security-headers.ts';
import { formatView, languageHeader, nonceHeader, type View, viewHeader } from './view.ts';

/** What the front door does with a request: show one of our pages with a status, or send the browser elsewhere (303). */
export type Answer =
  | {
      kind: 'page';
      language: Language;
      /** Path and query of the page, when it is not the one asked for. */
      address?: string;
      status?: number;
      view?: View;
      formTargets?: string[];
      headers?: Record<string, string>;
    }
  | { kind: 'redirect'; to: string; cookie?: string };

/** Our page for something that cannot go on, under the address that was asked for. */
export function problem(
  name: string,
  { status, language, query, headers }: Omit<Extract<Answer, { kind: 'page' }>, 'kind'> & { query?: URLSearchParams },
): Answer {
  note({ outcome: name });
  const address = `/problem?${query ?? ''}`;
  return { kind: 'page', address, language, view: { problem: name }, ...(status && { status }), ...(headers && { headers }) };
}

/** The HTTP response of an answer, under the security headers of every page. */
export function toResponse(answer: Answer, request: NextRequest): Response {
  const nonce = randomToken().slice(0, 22);
  const { isHttps, isDevelopment } = environment();
  if (answer.kind === 'redirect') {
    const headers = new Headers(securityHeaders({ nonce, isHttps, isDevelopment }));
    headers.set('Location', new URL(answer.to, request.nextUrl.origin).href);
    if (answer.cookie) headers.append('Set-Cookie', answer.cookie);
    return new Response(null, { status: 303, headers });
  }
  const pageHeaders = securityHeaders({ nonce, formTargets: answer.formTargets, isHttps, isDevelopment });
  const response = handOn(answer, request, nonce, pageHeaders['Content-Security-Policy'] ?? '');
  for (const [name, value] of Object.entries({ ...pageHeaders, ...answer.headers })) response.headers.set(name, value);
  response.headers.set('Content-Language', answer.language);
  return response;
}

function handOn(
  answer: Extract<Answer, { kind: 'page' }>,
  request: NextRequest,
  nonce: string,
  contentSecurityPolicy: string,
): NextResponse {
  const headers = new Headers(request.headers);
  // Next reads the nonce of its own scripts here.
  headers.set('Content-Security-Policy', contentSecurityPolicy);
  headers.set(nonceHeader, nonce);
  headers.set(languageHeader, answer.language);
  // Whatever a stranger sent under this name is not ours.
  headers.delete(viewHeader);
  if (answer.view) headers.set(viewHeader, formatView(answer.view));
  const init = { request: { headers }, ...(answer.status && { status: answer.status }) };
  if (!answer.address) return NextResponse.next(init);
  return NextResponse.rewrite(new URL(answer.address, request.nextUrl.origin), init);
}
