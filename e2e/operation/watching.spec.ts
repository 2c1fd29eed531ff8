import { DatabaseSync } from 'node:sqlite';
import { freePort } from '../../scripts/free-port.ts';
import { discardServer, type Server, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { grant, introspect } from '../support/granted.ts';
import { call } from '../support/http-call.ts';

const token = 'a token of the monitoring alone';
let server: Server;
let metricsPort: number;

test.beforeAll(async () => {
  metricsPort = await freePort();
  const variables = { ACCORD_METRICS_PORT: String(metricsPort), ACCORD_METRICS_TOKEN: token };
  server = await startServer({ workers: 2, variables });
});
test.afterAll(() => discardServer(server));

const ask = (authorization = `Bearer ${token}`, path = '/metrics') =>
  call(`http://127.0.0.1:${metricsPort}`, { path, headers: { authorization } });

interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** The samples of a text in Prometheus' format; a fault for any line that its grammar does not know. */
function samplesOf(text: string): Sample[] {
  const declared = new Map<string, string>();
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line): Sample[] => {
      if (line === '' || line.startsWith('# HELP ')) return [];
      const [, metric, type] = /^# TYPE (\w+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
      if (metric && type) {
        if (declared.has(metric)) throw new Error(`declared twice: ${line}`);
        declared.set(metric, type);
        return [];
      }
      const [, name = '', list = '', value] = /^([a-z_]\w*)(?:\{(.*)\})? (-?[\d.e+-]+|NaN|\+Inf)$/.exec(line) ?? [];
      const family = declared.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
      if (!declared.has(family)) throw new Error(`not a sample of what was declared: ${line}`);
      const labels = Object.fromEntries([...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text]));
      return [{ name, labels, value: Number(value) }];
    });
}

const sum = (samples: Sample[], name: string, labels: Record<string, string>) =>
  samples
    .filter(
      (sample) => sample.name === name && Object.entries(labels).every(([key, text]) => sample.labels[key] === text),
    )
    .reduce((total, { value }) => total + value, 0);

test('the metrics add up what all processes have done, by what it came to', async () => {
  const before = samplesOf((await ask()).text);
  const granted = await grant(server);
  for (let count = 0; count < 10; count += 1) await introspect(server, granted.accessToken);
  for (let count = 0; count < 10; count += 1) await call(server.origin, { path: `/made-up-${count}` });
  const after = samplesOf((await ask()).text);
  const grown = (name: string, labels: Record<string, string>) => sum(after, name, labels) - sum(before, name, labels);
  expect(grown('accord_requests_total', { route: '/introspect', method: 'POST', status: '200' })).toBe(10);
  expect(grown('accord_outcomes_total', { route: '/authorize', outcome: 'allowed' })).toBe(1);
  expect(grown('accord_outcomes_total', { route: '/token', outcome: 'issued' })).toBe(1);
  expect(grown('accord_request_duration_seconds_count', { route: '/introspect' })).toBe(10);
  expect(grown('accord_requests_total', { route: 'other', status: '404' })).toBe(10);
  expect(after.filter(({ labels }) => labels.route?.includes('made-up'))).toEqual([]);

  const { registry } = JSON.parse((await call(server.origin, { path: '/health' })).text);
  expect(sum(after, 'accord_registry_info', { sha256: registry.sha256 })).toBe(2);
  expect(sum(after, 'accord_registry_refused', {})).toBe(0);
  expect(sum(after, 'accord_recipients', { status: 'suspended' })).toBe(1);
  expect(sum(after, 'process_resident_memory_bytes', {})).toBeGreaterThan(1e7);
});

test('the metrics are told to who has the token alone, at their one address', async () => {
  expect(await ask()).toMatchObject({
    status: 200,
    headers: { 'content-type': expect.stringContaining('text/plain') },
  });
  for (const authorization of ['', 'Bearer', 'Bearer x', `Basic ${token}`, `Bearer ${token}x`])
    expect((await ask(authorization)).status, authorization).toBe(401);
  expect((await ask(undefined, '/')).status).toBe(404);
  expect((await call(server.origin, { path: '/metrics' })).status, 'at the public port').toBe(404);
});

test('a server that can read but not write lives and is not ready, and is ready again by itself', async () => {
  const statusAt = async (path: string) => (await call(server.origin, { path })).status;
  await expect.poll(() => statusAt('/health/ready')).toBe(200);
  const other = new DatabaseSync(server.databasePath);
  other.exec('begin immediate');
  try {
    await expect.poll(() => statusAt('/health/ready'), { timeout: 10_000 }).toBe(503);
    expect([await statusAt('/health'), await statusAt('/health/live')]).toEqual([200, 200]);
  } finally {
    other.exec('rollback');
    other.close();
  }
  await expect.poll(() => statusAt('/health/ready'), { timeout: 10_000 }).toBe(200);
});

test('asking whether it is ready again and again writes once in two seconds', async () => {
  const probes = () => {
    const database = new DatabaseSync(server.databasePath, { readOnly: true });
    const row = database.prepare("select value from settings where name = 'last-readiness-probe'").get();
    database.close();
    return Number(row?.value);
  };
  const written = new Set<number>();
  const until = Date.now() + 3000;
  while (Date.now() < until) {
    await call(server.origin, { path: '/health/ready' });
    written.add(probes());
  }
  // Two processes, each once in two seconds; the second may write at another second than the first.
  expect(written.size).toBeLessThanOrEqual(4);
});
