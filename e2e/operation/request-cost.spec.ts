import { hosts, startHost } from '../servers/host.ts';
import { discardServer, type Server } from '../servers/server.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';
import { expect, test } from '../support/fixtures.ts';
import { type Call, call } from '../support/http-call.ts';

const manyParameters = `?${'a&'.repeat(2000)}`;
const manyCookies = { cookie: Array.from({ length: 1500 }, (_, index) => `c${index}=x`).join('; ') };
const costly: Record<string, Call & { status: number }> = {
  '2,000 parameters': { path: `/health${manyParameters}`, status: 414 },
  '2,000 parameters, at an address that is not there': { path: `/nowhere${manyParameters}`, status: 414 },
  '2,000 parameters, for the framework’s own files': { path: `/_next/static/nothing.js${manyParameters}`, status: 414 },
  '2,000 parameters, to become a WebSocket': {
    path: `/health${manyParameters}`,
    headers: { connection: 'upgrade', upgrade: 'websocket' },
    status: 414,
  },
  '1,500 cookies': { path: '/health', headers: manyCookies, status: 200 },
  'a path of 6,000 parts': { path: `/${'a/'.repeat(6000)}`, status: 414 },
  'a path of 4,000 escapes': { path: `/${'%41'.repeat(4000)}`, status: 414 },
};

for (const host of hosts) {
  test.describe(`under ${host}`, () => {
    let server: Server;
    let plain: number;
    test.describe.configure({ mode: 'default' });
    test.beforeAll(async () => {
      server = await startHost(host);
      plain = await cpuTimeOf(server, { path: '/health' });
    });
    test.afterAll(() => discardServer(server));

    for (const [name, { status, ...request }] of Object.entries(costly)) {
      test(`O10 a request with ${name} costs no more than three plain ones`, async () => {
        expect((await call(server.origin, request)).status).toBe(status);
        expect(await cpuTimeOf(server, request)).toBeLessThan(3 * plain);
      });
    }
  });
}
