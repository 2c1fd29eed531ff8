import { readdirSync, readlinkSync } from 'node:fs';
import { hosts, startHost } from '../servers/host.ts';
import { discardServer, type Server } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { grant, introspect } from '../support/granted.ts';
import { call } from '../support/http-call.ts';

/** How often a process holds the database open. */
function holdsOf({ process: { pid }, databasePath }: Server): number {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`);
    } catch {
      // Closed meanwhile.
      return '';
    }
  });
  return links.filter((link) => link === databasePath).length;
}

// Tells of each Response that is built in the process.
const telling = `
  globalThis.Response = new Proxy(Response, {
    construct(target, parts, proxy) {
      console.log('a Response is built');
      return Reflect.construct(target, parts, proxy);
    },
  });`;

for (const host of hosts)
  test(`under ${host} start-up, pages and endpoints share one database of one process`, async () => {
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(telling)}`;
    const server = await startHost(host, { variables: { NODE_OPTIONS } });
    try {
      const atFirst = holdsOf(server);
      expect(atFirst).toBeGreaterThan(0);
      // A customer's pages, then /token: each a part of the build by itself.
      const { accessToken } = await grant(server);
      const told = server.output.length;
      expect((await introspect(server, accessToken)).json.active).toBe(true);
      for (const path of ['/jwks', '/health', '/openapi.json', '/fdx/v6/consents/x'])
        expect((await call(server.origin, { path })).text).toMatch(/^\{/);
      expect(holdsOf(server)).toBe(atFirst);
      const lines = () => server.output.slice(told).join('');
      await expect.poll(lines).toContain('"path":"/fdx/v6/consents/x"');
      // Our own server asks the endpoints without the framework in between.
      expect(lines().includes('a Response is built')).toBe(host === 'next start');
    } finally {
      await discardServer(server);
    }
  });
