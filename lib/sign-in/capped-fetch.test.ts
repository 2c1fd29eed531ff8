import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { AnswerTooLong, cappedFetch, mostBytes } from './capped-fetch.ts';

temporaryServer();

async function answering(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close().closeAllConnections());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('reads an answer of a megabyte, with its status and headers', async () => {
  const address = await answering((_, response) =>
    response.writeHead(404, { 'x-of-the-bank': 'yes' }).end('x'.repeat(mostBytes)),
  );
  const answer = await cappedFetch(address, {});
  expect([answer.status, answer.headers.get('x-of-the-bank')]).toEqual([404, 'yes']);
  expect((await answer.text()).length).toBe(1_000_000);
});

it('refuses one of a byte more', async () => {
  const address = await answering((_, response) => response.end('x'.repeat(mostBytes + 1)));
  await expect(cappedFetch(address, {})).rejects.toThrow(AnswerTooLong);
});

it('hangs up on one that has no end', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const address = await answering((_, response) => {
    closed = once(response, 'close');
    const write = () => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', write);
    };
    write();
  });
  await expect(cappedFetch(address, {})).rejects.toThrow(AnswerTooLong);
  await closed;
});
