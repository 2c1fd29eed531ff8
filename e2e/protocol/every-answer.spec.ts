import { hosts, startHost } from '../servers/host.ts';
import { discardServer, type Server } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { type Answer, type Call, call } from '../support/http-call.ts';
import { rawCall } from '../support/raw-call.ts';

const page = /^text\/html; charset=utf-8$/;
const json = /^application\/(json|jwk-set\+json)$/;
type Expected = [status: number, type: RegExp];

const get = (path: string, headers: Call['headers'] = {}): Call => ({ path, headers });
const put = (method: string, path: string): Call => ({ method, path, headers: { 'content-length': '0' } });

/** Requests as a client would send them. */
const asked: Record<string, [Call, ...Expected]> = {
  'a page': [get('/authorize'), 400, page],
  'a page that is not there': [get('/nowhere'), 404, page],
  'what is no escape': [get('/%'), 404, page],
  'what is no UTF-8': [get('/%E0%A4%A'), 404, page],
  'the server as a whole': [put('OPTIONS', '*'), 405, page],
  'TRACE of a page': [put('TRACE', '/authorize'), 405, page],
  'TRACE of an endpoint': [put('TRACE', '/token'), 405, json],
  'TRACE of no endpoint': [put('TRACE', '/fdx/nothing'), 404, json],
  'QUERY of an endpoint': [put('QUERY', '/token'), 405, json],
  'TRACE of nothing': [put('TRACE', '/nowhere'), 404, page],
  'OPTIONS of a page': [put('OPTIONS', '/authorize'), 405, page],
  'PROPFIND of a page': [put('PROPFIND', '/authorize'), 405, page],
  'PUT of the keys': [put('PUT', '/jwks'), 405, json],
  'PUT of an endpoint': [put('PUT', '/token'), 405, json],
  'POST of a file': [put('POST', '/accord.svg'), 405, page],
  'POST of the health': [put('POST', '/health'), 405, json],
  'Next’s page for 404': [get('/404'), 404, page],
  'Next’s page for 500': [get('/500'), 404, page],
  'Next’s page for errors': [get('/_error'), 404, page],
  'Next’s page for what is not found': [get('/_not-found'), 404, page],
  'Next’s data of a page': [get('/_next/data/x/authorize.json'), 404, page],
  'Next’s pictures': [get('/_next/image?url=%2Faccord.svg&w=64&q=75'), 404, page],
  'a file of the build that is not there': [get('/_next/static/nothing.js'), 404, page],
  'a file that is not there': [get('/nothing.svg'), 404, page],
  'another server’s address': [get('http://evil.example/authorize'), 400, page],
  'two slashes': [get('//evil.example/x'), 404, page],
  'a backslash': [get('/\\evil.example'), 404, page],
  'a way around': [get('/authorize/../token'), 404, page],
  'another metadata document': [get('/.well-known/nothing'), 404, json],
  'another API': [get('/fdx/nothing'), 404, json],
  'an API without a token': [get('/fdx/v6/consents/x'), 401, json],
  'RSC of a page': [get('/authorize', { rsc: '1' }), 400, page],
  'RSC of the health': [get('/health', { rsc: '1' }), 200, json],
  'a forged host': [get('/authorize', { host: '[', 'x-forwarded-host': 'a b' }), 400, page],
  'too many parameters': [get(`/authorize?${'a&'.repeat(200)}`), 414, page],
  'too many parameters for an endpoint': [get(`/token?${'a&'.repeat(200)}`), 414, json],
  'too many cookies': [get('/authorize', { cookie: 'accord=x; '.repeat(200) }), 431, page],
  'an upgrade': [get('/authorize', { connection: 'upgrade', upgrade: 'websocket' }), 400, page],
  'an expectation': [get('/authorize', { expect: 'nothing' }), 417, page],
  'a part of a file': [get('/accord.svg', { range: 'bytes=900000-' }), 200, /^image\/svg\+xml$/],
  'our own whole address': [get(''), 200, json],
  'the keys': [get('/jwks'), 200, json],
};

const close = 'Connection: close\r\n\r\n';

/** What no client would send. */
const written: Record<string, [string, ...Expected]> = {
  'an unknown method': [`FOO /authorize HTTP/1.1\r\nHost: x\r\n${close}`, 400, page],
  'a line that is no request': ['GARBAGE\r\n\r\n', 400, page],
  'another version': [`GET / HTTP/9.9\r\nHost: x\r\n${close}`, 400, page],
  'no host': [`GET /authorize HTTP/1.1\r\n${close}`, 400, page],
  'no host, for an endpoint': [`GET /health HTTP/1.1\r\n${close}`, 400, json],
  'HTTP/1.0': ['GET /authorize HTTP/1.0\r\n\r\n', 400, page],
  'a header that is too long': [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(80_000)}\r\n${close}`, 431, page],
  'two lengths': [`POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n${close}ab`, 400, page],
  'a tunnel': [`CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n${close}`, 405, page],
};

for (const host of hosts)
  test.describe(`under ${host}`, () => {
    let server: Server;
    test.describe.configure({ mode: 'default' });
    test.beforeAll(async () => {
      server = await startHost(host);
    });
    test.afterAll(() => discardServer(server));

    for (const [name, [request, status, type]] of Object.entries(asked))
      test(`O19 ${name} is answered ${status} by us`, async () => {
        const path = request.path || `${server.issuer}/health`;
        expectOurs(await call(server.origin, { ...request, path }), status, type);
      });

    for (const [name, [bytes, status, type]] of Object.entries(written))
      test(`O19 ${name} is answered ${status} by us`, async () => {
        expectOurs(await rawCall(server.port, bytes), status, type);
      });
  });

function expectOurs({ status, headers, text }: Answer, expected: number, type: RegExp): void {
  expect(status).toBe(expected);
  expect(headers['content-type']).toMatch(type);
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-resource-policy']).toMatch(/^(same|cross)-origin$/);
  expect(headers.location).toBeUndefined();
  const ofTheFramework = /^x-(powered-by|nextjs|middleware)|^(x-accel|server$)/;
  expect(Object.keys(headers).filter((name) => ofTheFramework.test(name))).toEqual([]);
  if (expected >= 400) expect(headers['cache-control']).toBe('no-store');
  if (expected === 405) expect(headers.allow).toMatch(/^[A-Z]+(, [A-Z]+)*$/);
  if (type === json) expect(() => JSON.parse(text)).not.toThrow();
  if (type === page) expect(text).toMatch(/^<!DOCTYPE html><html lang="en">.*<h1>/s);
}

test('C5 a document that is the same for all may be embedded by all, and nothing else', async ({ visitor }) => {
  const policyOf = async (path: string) => (await visitor.get(path)).headers['cross-origin-resource-policy'];
  for (const path of [
    '/jwks',
    '/openapi.json',
    '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
  ])
    expect(await policyOf(path), path).toBe('cross-origin');
  for (const path of ['/authorize', '/health', '/token', '/accord.svg', '/nowhere', '/_next/static/nothing.css'])
    expect(await policyOf(path), path).toBe('same-origin');
});
