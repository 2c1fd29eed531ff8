import { Agent, request } from 'node:http';
import type { Content } from './form-encoding.ts';

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

export interface Call {
  method: 'GET' | 'POST';
  url: URL;
  headers?: Record<string, string>;
  content?: Content | undefined;
}

/** Keep-alive connections, anew for each round, so that none outlives the server's own idle limit. */
export class Connections {
  agent = new Agent({ keepAlive: true });

  async during<T>(count: number, work: () => Promise<T>): Promise<T> {
    this.agent = new Agent({ keepAlive: true, maxSockets: count });
    try {
      return await work();
    } finally {
      this.agent.destroy();
    }
  }
}

/** One request, over the loopback address whatever name the URL carries; the name goes into `Host`. Follows nothing. */
export function send({ agent }: Connections, { method, url, headers = {}, content }: Call): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = request({
    agent,
    host: '127.0.0.1',
    port: url.port,
    method,
    path: url.pathname + url.search,
    headers: {
      host: url.host,
      ...headers,
      ...(content && { 'content-type': content.type, 'content-length': Buffer.byteLength(content.body) }),
    },
  });
  outgoing.on('error', reject);
  outgoing.on('response', (incoming) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', reject);
    incoming.on('end', () =>
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }),
    );
  });
  outgoing.end(content?.body);
  return promise;
}

export function unexpected({ status, headers, body }: Answer, url: URL): Error {
  return new Error(`${url.pathname} answered ${status} ${headers.location ?? ''}\n${body.slice(0, 600)}`);
}

/** The address an answer redirects to; a fault, with what was answered, when it is no redirect. */
export function redirectOf(answer: Answer, from: URL): URL {
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status > 399 || typeof location !== 'string') throw unexpected(answer, from);
  return new URL(location, from);
}
