import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

export interface Call {
  method: 'GET' | 'POST';
  url: URL;
  headers?: Record<string, string>;
  form?: URLSearchParams | undefined;
}

/** Keep-alive connections, eight at most. Closed after each round, so that none outlives the server's own idle limit. */
export function openConnections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 8 });
}

/** One request, over the loopback address whatever name the URL carries; the name goes into `Host`. Follows nothing. */
export function send(connections: Agent, { method, url, headers = {}, form }: Call): Promise<Answer> {
  const body = form?.toString();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = request({
    agent: connections,
    host: '127.0.0.1',
    port: url.port,
    method,
    path: url.pathname + url.search,
    headers: {
      host: url.host,
      ...headers,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
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
  outgoing.end(body);
  return promise;
}
