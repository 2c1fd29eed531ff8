import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from '../http/client-address.ts';
import { countRequest } from '../metrics/request-metrics.ts';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import { log } from './log.ts';

/** What a line of the log may tell of a request: never a code, state, token, password or account number. */
interface RequestNote {
  outcome?: string;
  error?: string;
  /** Why, in a sentence or word of ours; never what was sent. */
  reason?: string;
  /** The parameter at fault. */
  parameter?: string;
  /** The bank's own OAuth error. */
  bankError?: string;
  correlationId?: string;
  recipient?: string;
  provider?: string;
  consentId?: string;
}

interface Entry {
  startedAt: number;
  path: string;
  address: string;
  note: RequestNote;
  kept: Map<string, unknown>;
}

const entries = () => processWide('requests', () => new AsyncLocalStorage<Entry>());

/** Adds to the line of the request at hand. */
export function note(fields: RequestNote): void {
  Object.assign(entries().getStore()?.note ?? {}, fields);
}

/** The address of the client, as the socket or a trusted proxy knows it; any other header is no proof. */
export const clientOfRequest = (): string => entries().getStore()?.address ?? 'unknown';

/** The one value of its name in the request at hand, forgotten with it; outside of any request it is made each time. */
export function keptForRequest<Value>(name: string, make: () => Value): Value {
  const kept = entries().getStore()?.kept;
  if (!kept) return make();
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as Value;
}

/** One line a request, whoever runs the HTTP server: path without query, status, duration, and what was noted. */
export function watchRequests(): void {
  const known = new WeakMap<IncomingMessage, Entry>();
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwardedFor = request.headers['x-forwarded-for'];
    const address = clientAddress(
      request.socket.remoteAddress ?? 'unknown',
      Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
      environment().trustedProxies,
    );
    // As it was asked for; what is longer is no address of ours.
    const path = request.url?.split('?', 1)[0]?.slice(0, 200) ?? '';
    const entry: Entry = { startedAt: performance.now(), path, address, note: {}, kept: new Map() };
    known.set(request, entry);
    entries().enterWith(entry);
  });
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const entry = known.get(request);
    if (!entry || entry.path.startsWith('/_next/static/')) return;
    const duration = Math.round((performance.now() - entry.startedAt) * 10) / 10;
    const [path, status, seconds] = [entry.path, response.statusCode, duration / 1000];
    countRequest({ method: request.method ?? '', path, status, seconds, ...entry.note });
    // What is longer is no address of ours.
    log().info({
      method: request.method,
      path: entry.path,
      status: response.statusCode,
      durationMs: duration,
      ...(environment().logsAddresses && { clientAddress: entry.address }),
      ...entry.note,
    });
  });
}
