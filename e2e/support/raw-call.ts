import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Answer } from './http-call.ts';

/** Sends bytes that no client would, and reads until the server hangs up. */
export async function rawCall(port: number, bytes: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const [head = '', body = ''] = splitOnce(await text(socket), '\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers: IncomingHttpHeaders = Object.fromEntries(
    lines.map((header) => splitOnce(header, ': ')).map(([name = '', value]) => [name.toLowerCase(), value]),
  );
  return { status: Number(line.split(' ')[1]), headers, text: body };
}

function splitOnce(whole: string, separator: string): string[] {
  const at = whole.indexOf(separator);
  return at < 0 ? [whole] : [whole.slice(0, at), whole.slice(at + separator.length)];
}
