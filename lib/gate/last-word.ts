import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { askedStatus } from '../http/page-answer.ts';
import { plainPage } from '../http/plain-pages.ts';
import { neverStored, policyHeaders } from '../http/security-headers.ts';
import { issuer } from '../process/environment.ts';
import { fixedAnswer } from './fixed-answer.ts';

type HeadParts = (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[];

/**
 * Holds each page, each error and each answer to a machine back until it is whole, and sends it as ours: with its length,
 * our headers, and the status that a page has asked for; what Next or Node say by themselves is replaced. Files go through, under our headers.
 */
export const haveLastWord = (): void =>
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    holdBack(request, response);
  });

function holdBack(request: IncomingMessage, response: ServerResponse): void {
  const { write, end, writeHead } = response;
  const chunks: Buffer[] = [];
  const isHeld = () => response.statusCode >= 400 || isOfType(response, 'text/html') || isOurs(response);
  const dress = () => {
    addHeaders(response);
    response.writeHead = writeHead;
  };
  response.writeHead = ((status: number, ...parts: HeadParts) => setHead(response, status, parts)) as typeof writeHead;
  response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (!response.headersSent && isHeld()) {
      chunks.push(Buffer.from(chunk as string));
      for (const done of rest) if (typeof done === 'function') done();
      return true;
    }
    if (!response.headersSent) dress();
    return write.call(response, chunk, ...(rest as [never]));
  }) as typeof write;
  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    if (response.headersSent) return end.call(response, chunk as string, ...(rest as [never]));
    response.statusCode = askedStatus() ?? response.statusCode;
    if (!isHeld()) {
      dress();
      return end.call(response, chunk as string, ...(rest as [never]));
    }
    if (chunk && typeof chunk !== 'function') chunks.push(Buffer.from(chunk as string));
    const body = bodyOf(Buffer.concat(chunks), request, response);
    // RFC 9110 §9.3.2: the length of what GET would be answered with, which Next has not made, or none.
    if (request.method === 'HEAD') response.removeHeader('Content-Length');
    else response.setHeader('Content-Length', body.length);
    dress();
    const done = [chunk, ...rest].filter((one) => typeof one === 'function');
    return end.call(response, body, ...(done as unknown as [never]));
  }) as typeof end;
}

// RFC 9110: `Allow`, `Retry-After`, `WWW-Authenticate` and cookies stay; these describe the body that is thrown away.
const ofBody = /^(content-(?!security|language).*|transfer-encoding|etag|last-modified|accept-ranges)$/;

function bodyOf(body: Buffer, request: IncomingMessage, response: ServerResponse): Buffer {
  if (response.statusCode >= 400) response.setHeader('Cache-Control', 'no-store');
  const isPage = isOfType(response, 'text/html');
  if (isOurs(response)) return isPage ? plainPage(body, request, response) : body;
  for (const name of response.getHeaderNames()) if (ofBody.test(name)) response.removeHeader(name);
  const fixed = fixedAnswer(response.statusCode, request.url?.split('?', 1)[0] ?? '');
  for (const [name, value] of Object.entries(fixed.headers)) response.setHeader(name, value);
  // What answers other methods says so itself.
  if (response.statusCode === 405 && !response.hasHeader('Allow')) response.setHeader('Allow', 'GET, HEAD');
  return Buffer.from(fixed.body);
}

/** Made by us: only that has a policy, and a body of a kind that we send. A page that has failed has nothing in it. */
const isOurs = (response: ServerResponse): boolean =>
  response.hasHeader('content-security-policy') &&
  (isOfType(response, 'application/json') ||
    isOfType(response, 'application/jwk-set+json') ||
    (isOfType(response, 'text/html') && response.statusCode !== 500));

const isOfType = (response: ServerResponse, type: string): boolean =>
  String(response.getHeader('content-type') ?? '').startsWith(type);

function setHead(response: ServerResponse, status: number, parts: HeadParts): ServerResponse {
  response.statusCode = status;
  const headers = parts.find((part) => typeof part === 'object') ?? [];
  const pairs = Array.isArray(headers) ? headers.flat() : Object.entries(headers).flat();
  for (let index = 0; index < pairs.length; index += 2)
    response.setHeader(String(pairs[index]), pairs[index + 1] as OutgoingHttpHeader);
  return response;
}

function addHeaders(response: ServerResponse): void {
  for (const name of response.getHeaderNames())
    if (/^x-(middleware|nextjs|powered)/.test(name)) response.removeHeader(name);
  // Next's, for a client of its own that is never answered here.
  if (String(response.getHeader('Vary') ?? '').startsWith('rsc')) response.removeHeader('Vary');
  if (response.hasHeader('Content-Security-Policy')) return;
  const headers = { ...policyHeaders({ issuer: issuer() }), ...(!response.hasHeader('Cache-Control') && neverStored) };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
