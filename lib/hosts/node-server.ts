import { type IncomingMessage, ServerResponse } from 'node:http';
import { findEndpoint } from '../endpoints/find-endpoint.ts';
import { fixedAnswer } from '../gate/fixed-answer.ts';
import { isMachinePath } from '../gate/machine-path.ts';
import { type ApiAnswer, bodyLimit } from '../http/api-exchange.ts';
import { processWide } from '../process/process-wide.ts';
import { answer } from './answer.ts';

/** Tells server/serve.js, if that is who runs here, that it may listen, and what answers machines. */
export const letServerListen = (): void =>
  processWide<(host: typeof answerDirectly) => void>('has-started-up', () => () => undefined)(answerDirectly);

/**
 * Answers a machine's request that came through the gate, on the HTTP server of our own deployment; false for an address
 * of people, which is Next's. What Next would do before its route handler costs more than most of them.
 */
export function answerDirectly(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url?.split('?', 1)[0] ?? '';
  if (!isMachinePath(path)) return false;
  answerMachine(path, request, response);
  return true;
}

async function answerMachine(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const endpoint = findEndpoint(path);
  if (!endpoint) return send(response, fixedAnswer(404, path));
  const { method = '' } = request;
  const reading = await readBody(request);
  if (reading.outcome === 'gone') return;
  send(response, await answer(endpoint, { method, path, headers: fieldsOf(request), body: reading.body }));
}

const fieldsOf = ({ headers }: IncomingMessage) => ({
  get(name: string): string | null {
    const value = headers[name];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  },
});

/** Reads on past the limit without keeping anything, so that who sends too much can be told. */
function readBody(
  request: IncomingMessage,
): Promise<{ outcome: 'read'; body: string | undefined } | { outcome: 'gone' }> {
  return new Promise((resolve) => {
    const { method, headers } = request;
    if (method === 'GET' || method === 'HEAD') return resolve({ outcome: 'read', body: '' });
    if (Number(headers['content-length'] ?? 0) > bodyLimit) return resolve({ outcome: 'read', body: undefined });
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else resolve({ outcome: 'read', body: undefined });
    });
    request.on('end', () => resolve({ outcome: 'read', body: Buffer.concat(chunks).toString('utf8') }));
    request.on('close', () => resolve({ outcome: 'gone' }));
    request.on('error', () => resolve({ outcome: 'gone' }));
  });
}

// Whole and ours: there is nothing for the last word (lib/gate/last-word.ts) to hold back.
function send(response: ServerResponse, { status, headers, body }: ApiAnswer): void {
  const hasBody = body !== '' && response.req.method !== 'HEAD';
  const sent = hasBody ? { ...headers, 'Content-Length': Buffer.byteLength(body) } : headers;
  ServerResponse.prototype.writeHead.call(response, status, sent);
  ServerResponse.prototype.end.call(response, hasBody ? body : undefined, 'utf8');
}
