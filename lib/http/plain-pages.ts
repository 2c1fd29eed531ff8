import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { askedStatus } from './page-answer.ts';
import { makePlainRequest } from './plain-requests.ts';

// React and Next escape every `<` in text, attributes and inline data, so that only tags of their own match.
const frameworkScripts =
  /<script\b(?![^>]*\ssrc="\/submit-once\.js["?])[^>]*>[\s\S]*?<\/script\s*>|<link\b(?=[^>]*\sas="script")[^>]*>/gi;

/**
 * Sends our pages as plain documents: without the framework's scripts and inline data, which no page here needs (136 kB,
 * and hydrated forms that send twice), with the status that the page asked for, and compressed once. Next has no option
 * for it. Where a host does not let this run, the Content-Security-Policy keeps the scripts from running.
 */
export const servePlainPages = (): void =>
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    makePlainRequest(request);
    makePlain(request, response);
  });

function makePlain(request: IncomingMessage, response: ServerResponse): void {
  const { write, end } = response;
  const chunks: Buffer[] = [];
  const isPage = () =>
    !response.headersSent && String(response.getHeader('content-type') ?? '').startsWith('text/html');
  // Headers travel with the body: no page is streamed.
  response.flushHeaders = () => undefined;
  response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (!isPage()) return write.call(response, chunk, ...(rest as [never]));
    chunks.push(Buffer.from(chunk as string));
    for (const done of rest) if (typeof done === 'function') done();
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (response.headersSent) return end.call(response, chunk as string, ...(rest as [never]));
    const status = askedStatus();
    if (status !== undefined) response.statusCode = status;
    response.removeHeader('x-middleware-rewrite');
    if (!isPage()) return end.call(response, chunk as string, ...(rest as [never]));
    if (chunk && typeof chunk !== 'function') chunks.push(Buffer.from(chunk as string));
    const done = [chunk, ...rest].filter((one) => typeof one === 'function');
    return end.call(response, bodyOf(request, response, chunks), ...(done as unknown as [never]));
  }) as typeof response.end;
}

function bodyOf(request: IncomingMessage, response: ServerResponse, chunks: Buffer[]): Buffer {
  response.removeHeader('Link');
  const isRedirect = response.statusCode >= 300 && response.statusCode < 400;
  if (isRedirect) response.removeHeader('Content-Type');
  const html = isRedirect ? '' : Buffer.concat(chunks).toString('utf8').replace(frameworkScripts, '');
  const isCompressed = html.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = isCompressed ? gzipSync(html) : Buffer.from(html);
  if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
  if (html !== '') response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Content-Length', body.length);
  return body;
}
