import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { askPublicly } from './ask-publicly.ts';

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

function answered(listener: RequestListener): Promise<Response> {
  answer = listener;
  const { port } = client.address() as AddressInfo;
  return askPublicly(`http://127.0.0.1:${port}/jwks`, { signal: AbortSignal.timeout(5000) });
}

describe('T3 what an address answers that somebody else has registered', () => {
  it('is read up to 100 kB, to the byte', async () => {
    const response = await answered((_, response) => response.end('x'.repeat(100_000)));
    expect(await response.text()).toHaveLength(100_000);
  });

  it('is not read beyond 100 kB, though there is no end of them', async () => {
    let isGone: Promise<unknown> | undefined;
    const fetched = answered((_, response) => {
      isGone = once(response, 'close');
      response.write('x'.repeat(100_001));
    });
    await expect(fetched).rejects.toThrow('more than 100 kB');
    // Nobody waits for the rest.
    await isGone;
  });

  it('is not asked for where that address leads on to', async () => {
    const before = asked;
    const response = await answered((_, response) => response.writeHead(302, { Location: '/elsewhere' }).end());
    expect(response.status).toBe(302);
    expect(asked).toBe(before + 1);
  });
});
