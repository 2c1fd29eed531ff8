import { STATUS_CODES } from 'node:http';
import { apiHeaders } from '../http/api-answer.ts';
import type { ApiAnswer } from '../http/api-exchange.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { randomToken } from '../keys/random-token.ts';
import { issuer } from '../process/environment.ts';
import { fixedPage } from './fixed-page.ts';
import { isMachinePath } from './machine-path.ts';

/** What is said of a status at an address: our page, or JSON in the form that the machines there know. */
export function fixedAnswer(status: number, path: string): ApiAnswer {
  const [headers, body] = isMachinePath(path) ? jsonOf(status, path) : pageOf(status);
  return { status, headers, body };
}

function pageOf(status: number): [Record<string, string>, string] {
  const nonce = randomToken();
  const headers = {
    ...securityHeaders({ issuer: issuer(), nonce }),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': 'en, fr',
  };
  return [headers, fixedPage(status, nonce)];
}

function jsonOf(status: number, path: string): [Record<string, string>, string] {
  const reason = STATUS_CODES[status] ?? '';
  const error = status < 500 ? 'invalid_request' : 'server_error';
  const body = path.startsWith('/fdx/')
    ? { code: String(status), message: reason }
    : { error, error_description: reason };
  return [{ ...apiHeaders(), 'Content-Type': 'application/json' }, JSON.stringify(body)];
}

/** The same written out, for a connection on which no request was understood. It is then closed. */
export function writtenOut(status: number): string {
  const { headers, body } = fixedAnswer(status, '/');
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  const allow: Record<string, string> = status === 405 ? { Allow: 'GET, HEAD, POST' } : {};
  const lines = Object.entries({ ...headers, ...length, ...allow, Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
