import { type IncomingHttpHeaders, request } from 'node:http';

export interface Call {
  path: string;
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One HTTP request exactly as it is written here: no redirect is followed and no header is added but `Host`. */
export function call(origin: string, { path, method = 'GET', headers = {}, body }: Call): Promise<Answer> {
  const { port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { host, ...headers },
      agent: false,
      maxHeaderSize: 65_536,
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk);
      } catch (fault) {
        return reject(fault);
      }
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.end(body);
  });
}

/** Where an answer sends the browser; a fault when it does not. */
export function locationOf({ status, headers, text }: Answer): URL {
  if (status !== 303 || !headers.location) throw new Error(`answered ${status}, no redirect: ${text.slice(0, 400)}`);
  return new URL(headers.location, 'http://localhost');
}
