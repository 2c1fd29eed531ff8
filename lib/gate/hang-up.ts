import type { Socket } from 'node:net';
import { writtenOut } from './fixed-answer.ts';

/** Says why on a connection, and closes it: what is not read meanwhile would have the answer thrown away. */
export function hangUp(socket: Socket, status: number): void {
  if (!socket.writable) return;
  socket.end(writtenOut(status));
  socket.resume();
  setTimeout(() => socket.destroy(), 1000).unref();
}
