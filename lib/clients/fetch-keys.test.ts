import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { fetchKeys } from './fetch-keys.ts';

temporaryServer();
// The client of this test is on this machine.
vi.stubEnv('ACCORD_PRIVATE_JWKS', 'allow');

let answer: RequestListener;
let asked = 0;
const client = createServer((request, response) => {
  asked += 1;
  answer(request, response);
});
beforeAll(async () => {
  await once(client.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => client.close());

function fetchFrom(listener: RequestListener): Promise<Response> {
  answer = listener;
  const { port } = client.address() as AddressInfo;
  return fetchKeys(`http://127.0.0.1:${port}/jwks`, { signal: AbortSignal.timeout(5000) });
}

describe('T3 keys that a client publishes', () => {
  it('are read up to 100 kB, to the byte', async () => {
    const response = await fetchFrom((_, response) => response.end('x'.repeat(100_000)));
    expect(await response.text()).toHaveLength(100_000);
  });

  it('are not read beyond 100 kB, though there is no end of them', async () => {
    let isGone: Promise<unknown> | undefined;
    const fetched = fetchFrom((_, response) => {
      isGone = once(response, 'close');
      response.write('x'.repeat(100_001));
    });
    await expect(fetched).rejects.toThrow('more than 100 kB');
    // Nobody waits for the rest.
    await isGone;
  });

  it('are not asked for where their address leads on to', async () => {
    const before = asked;
    const response = await fetchFrom((_, response) => response.writeHead(302, { Location: '/elsewhere' }).end());
    expect(response.status).toBe(302);
    expect(asked).toBe(before + 1);
  });
});
