import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { methodsOf } from '../door/check-request.ts';
import { allowedAt } from '../endpoints/endpoint.ts';
import { findEndpoint } from '../endpoints/find-endpoint.ts';
import { issuer } from '../process/environment.ts';
import { checkRequestLine } from './check-request-line.ts';
import { fixedAnswer, writtenOut } from './fixed-answer.ts';
import { isMachinePath } from './machine-path.ts';
import { narrowRequest } from './narrow-request.ts';

/**
 * Stands in front of Next, whoever has made the HTTP server. Its listeners are taken over at the first connection, which
 * is before Next sees anything of a request: a subscriber to the channel of requests could not answer one by itself.
 */
export function openGate(): void {
  const guarded = new WeakSet<Server>();
  subscribe('net.server.socket', (message) => {
    const { server } = (message as { socket: Socket & { server?: Server } }).socket;
    if (!server || guarded.has(server) || server.listenerCount('request') === 0) return;
    guarded.add(server);
    guard(server);
  });
}

function guard(server: Server): void {
  const handlers = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const refusal = letIn(request);
    if (refusal) return refuse(refusal, request, response);
    for (const handler of handlers) handler.call(server, request, response);
  });
  server.on('clientError', (fault: Error & { code?: string }, socket: Socket) => hangUp(socket, statusOf(fault.code)));
  server.on('connect', (_request, socket: Socket) => hangUp(socket, 405));
  // Nothing here speaks another protocol: with a listener of Next's, the request would not come through the gate.
  server.removeAllListeners('upgrade');
  server.on('newListener', (event, listener) => {
    if (event === 'upgrade') queueMicrotask(() => server.removeListener('upgrade', listener));
  });
}

/** Leaves of a request what may go on; or gives the status of what may not. */
function letIn(request: IncomingMessage): number | undefined {
  const { method = '', url = '' } = request;
  // RFC 9112 §3.2.2: a whole address is as good as its path, if it is ours.
  request.url = url.startsWith(`${issuer()}/`) ? url.slice(issuer().length) : url;
  const status = checkRequestLine(method, request.url) ?? (narrowRequest(request, host()) ? undefined : 431);
  const path = pathOf(request);
  if (status === 405 && path.startsWith('/') && !allowOf(path)) return 404;
  if (status !== 404 || isMachinePath(path)) return status;
  // The door says so, in the customer's language.
  narrowRequest(request, host());
  request.url = '/nowhere';
  return undefined;
}

/** The methods that are answered at a path; undefined where nothing is. */
function allowOf(path: string): string | undefined {
  const endpoint = findEndpoint(path);
  return endpoint ? allowedAt(endpoint) : methodsOf(path)?.join(', ');
}

const host = (): string => new URL(issuer()).host;

function refuse(status: number, request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request);
  const { headers, body } = fixedAnswer(status, path);
  if (status === 405) response.setHeader('Allow', allowOf(path) ?? 'GET, HEAD, POST');
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' }).end(body);
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

const statusOf = (code = ''): number => ({ HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 })[code] ?? 400;

/** Says why, and closes: what is not read meanwhile would have the answer thrown away. */
function hangUp(socket: Socket, status: number): void {
  if (!socket.writable) return;
  socket.end(writtenOut(status));
  socket.resume();
  setTimeout(() => socket.destroy(), 1000).unref();
}
