import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answeredMethods } from './answered-methods.ts';
import { fixedAnswer } from './fixed-answer.ts';
import { hangUp } from './hang-up.ts';
import { letIn, pathOf } from './let-in.ts';

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

function refuse(status: number, request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request);
  const { headers, body } = fixedAnswer(status, path);
  if (status === 405) response.setHeader('Allow', answeredMethods(path) ?? 'GET, HEAD, POST');
  response.writeHead(status, { ...headers, Connection: 'close' }).end(body);
}

const statusOf = (code = ''): number => ({ HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 })[code] ?? 400;
