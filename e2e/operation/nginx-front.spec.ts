import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:https';
import { freePort } from '../../scripts/free-port.ts';
import { type ReverseProxy, startReverseProxy } from '../../scripts/nginx.ts';
import { expect, test } from '../support/fixtures.ts';
import { call } from '../support/http-call.ts';

test.describe.configure({ mode: 'default' });

let proxy: ReverseProxy;
test.beforeAll(async () => {
  // Nobody is asked behind it.
  proxy = await startReverseProxy(await freePort(), [await freePort(), await freePort()]);
});
test.afterAll(() => proxy?.stop());

/** The suite that nginx agrees to; undefined when it agrees to none. */
function suiteOf(options: string[]): string | undefined {
  const { host } = new URL(proxy.origin);
  const parameters = ['s_client', '-brief', '-connect', host, ...options];
  const { stderr } = spawnSync('openssl', parameters, { input: '', encoding: 'utf8' });
  return /^Ciphersuite: (\S+)$/m.exec(stderr)?.[1];
}

for (const suite of ['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384'])
  test(`nginx speaks TLS 1.2 with ${suite} (FAPI 2.0 §5.2.2)`, () => {
    expect(suiteOf(['-tls1_2', '-cipher', suite])).toBe(suite);
  });

const others = [
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-ECDSA-AES256-SHA',
  'ECDHE-ECDSA-AES128-CCM',
];
for (const suite of others)
  test(`nginx refuses TLS 1.2 with ${suite} (FAPI 2.0 §5.2.2)`, () => {
    expect(suiteOf(['-tls1_2', '-cipher', suite])).toBeUndefined();
    // It is openssl's to offer, and nginx is there.
    expect(suiteOf(['-tls1_2', '-cipher', `${suite}:ECDHE-ECDSA-AES128-GCM-SHA256`])).toBe(
      'ECDHE-ECDSA-AES128-GCM-SHA256',
    );
  });

test('nginx speaks TLS 1.3, and nothing before 1.2', () => {
  expect(suiteOf(['-tls1_3'])).toMatch(/^TLS_/);
  expect(suiteOf(['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0'])).toBeUndefined();
});

test('O10 what Accord would answer with 414 does not reach it', async () => {
  const statusOf = async (query: string): Promise<number> => {
    const sent = request(`${proxy.origin}/health?${query}`, { rejectUnauthorized: false, agent: false }).end();
    const [response] = await once(sent, 'response');
    response.resume();
    return response.statusCode;
  };
  expect(await statusOf('a&'.repeat(101))).toBe(414);
  expect(await statusOf('x'.repeat(40_001))).toBe(414);
  // There is nobody to take it on.
  expect(await statusOf('a&'.repeat(100))).toBe(502);
  expect(await statusOf('x'.repeat(39_900))).toBe(502);
});

test('port 80 leads to our own name, whatever name was asked for', async () => {
  const plain = { path: '/authorize?state=x', headers: { host: 'evil.example' } };
  const { status, headers } = await call(`http://localhost:${proxy.plainPort}`, plain);
  expect(status).toBe(308);
  expect(headers.location).toBe('https://consent.bank.example/authorize?state=x');
});
