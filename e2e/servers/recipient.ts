import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A request that reached a recipient, whole. */
export interface Hit {
  method: string;
  url: URL;
  /** The query as it came, undecoded. */
  query: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The server of a data recipient, at another origin than Accord's: it keeps every request and answers a plain page. */
export interface RecipientServer {
  redirectUri: string;
  hits: Hit[];
  /** Milliseconds that each answer takes. */
  delay: number;
  close(): Promise<void>;
}

export const landingTitle = 'Back at the recipient';

export async function startRecipient(): Promise<RecipientServer> {
  const hits: Hit[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const query = request.url?.split('?')[1] ?? '';
    const { method = '', headers } = request;
    hits.push({ method, url, query, headers, body: Buffer.concat(chunks).toString('utf8') });
    setTimeout(() => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><html lang="en"><title>${landingTitle}</title><link rel="icon" href="data:,"><h1>${landingTitle}</h1>`,
      );
    }, recipient.delay);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const recipient: RecipientServer = {
    redirectUri: `http://127.0.0.1:${port}/callback`,
    hits,
    delay: 0,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return recipient;
}
