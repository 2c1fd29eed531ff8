import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { discardServer, newDirectory, repository, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { call } from '../support/http-call.ts';

let server: Server;
/** The page of the client, on a server of its own, as a browser would have it. */
const client = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!DOCTYPE html><title>A page</title><link rel="icon" href="data:,">');
});
let own: string;

test.beforeAll(async () => {
  await new Promise<void>((resolve) => client.listen(0, '127.0.0.1', resolve));
  own = `http://127.0.0.1:${(client.address() as AddressInfo).port}`;
  const directory = newDirectory();
  const registry = join(directory, 'pages.json');
  const { providers, recipients } = JSON.parse(readFileSync(join(repository, 'demo/registry.json'), 'utf8'));
  const [app] = recipients.filter(({ client_id }: { client_id: string }) => client_id === 'cashflow-app');
  const page = { ...app, client_id: 'page', redirect_uris: [`${own}/callback`] };
  writeFileSync(registry, JSON.stringify({ providers, recipients: [...recipients, page] }));
  server = await startServer({ directory, registry });
});
test.afterAll(async () => {
  client.close();
  await discardServer(server);
});

const ask = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'dpop,content-type',
  'content-length': '0',
};
const ofCors = (headers: object) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));

test('T14 the page of a public client posts to /token and /revoke, and reads the answer with its nonce', async ({
  browser,
}) => {
  // Not one that is watched: what is refused here is an error in the console.
  const page = await browser.newPage();
  await page.goto(`${own}/`);
  const post = (path: string, headers: object) =>
    page.evaluate(
      async ({ address, headers }) => {
        const body = new URLSearchParams({ client_id: 'page', token: 'x', grant_type: 'refresh_token' });
        const answer = await fetch(address, { method: 'POST', body, headers: headers as Record<string, string> });
        return { error: (await answer.json()).error, nonce: answer.headers.get('DPoP-Nonce') };
      },
      { address: server.origin + path, headers },
    );
  expect(await post('/token', { DPoP: 'nonsense' })).toEqual({
    error: 'invalid_dpop_proof',
    nonce: expect.any(String),
  });
  expect(await post('/token', {})).toMatchObject({ error: 'invalid_request' });
  expect(await post('/revoke', {})).toMatchObject({ error: undefined });
  await expect(post('/introspect', {})).rejects.toThrow('Failed to fetch');
  await expect(post('/par', {})).rejects.toThrow('Failed to fetch');
  await page.close();
});

for (const [from, status, title] of [
  ['its own', 204, 'is answered'],
  ['https://evil.example', 405, 'of another page is refused'],
  ['http://127.0.0.1:9999', 405, 'of a client with a secret is refused'],
  ['null', 405, 'of a sandbox is refused'],
] as const)
  test(`T14 a preflight ${title}`, async () => {
    const origin = from === 'its own' ? own : from;
    for (const path of ['/token', '/revoke']) {
      const answer = await call(server.origin, { method: 'OPTIONS', path, headers: { ...ask, origin } });
      expect(answer.status).toBe(status);
      expect(answer.headers['access-control-allow-origin']).toBe(status === 204 ? origin : undefined);
      const posted = await call(server.origin, {
        method: 'POST',
        path,
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'client_id=page',
      });
      expect(ofCors(posted.headers).length > 0).toBe(status === 204);
      expect(posted.headers).not.toHaveProperty('access-control-allow-credentials');
    }
    for (const path of ['/introspect', '/par', '/authorize', '/fdx/v6/consents/x']) {
      const answer = await call(server.origin, { method: 'OPTIONS', path, headers: { ...ask, origin } });
      expect({ path, status: answer.status, cors: ofCors(answer.headers) }).toEqual({ path, status: 405, cors: [] });
    }
  });

test('O1 a document for everybody is read by any page and kept for five minutes', async () => {
  const documents = ['/jwks', '/openapi.json', '/.well-known/oauth-authorization-server'];
  for (const path of [...documents, '/.well-known/openid-configuration']) {
    const { status, headers } = await call(server.origin, { path, headers: { origin: 'https://evil.example' } });
    expect({ status, origin: headers['access-control-allow-origin'] }, path).toEqual({ status: 200, origin: '*' });
    expect(headers['cache-control'], path).toBe('public, max-age=300');
    expect(headers, path).not.toHaveProperty('pragma');
  }
});

test('O1 openid-configuration is the same metadata, and promises no ID token', async () => {
  const [oauth, openid] = await Promise.all(
    ['oauth-authorization-server', 'openid-configuration'].map((name) =>
      call(server.origin, { path: `/.well-known/${name}` }),
    ),
  );
  expect(openid?.text).toBe(oauth?.text);
  expect(Object.keys(JSON.parse(openid?.text ?? '')).filter((name) => /id_token|userinfo/.test(name))).toEqual([]);
});
