import { readdirSync, readFileSync } from 'node:fs';
import { authorizePath } from '../authorization-request.ts';
import { expect, test } from '../fixtures.ts';
import { discardServer, type Server, startServer } from '../server.ts';
import { consentsOf } from '../stored.ts';
import { Visitor } from '../visitor.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ workers: 2 });
  await expect.poll(() => server.output.join('')).toContain('with 2 processes');
});
test.afterAll(() => discardServer(server));

/** The process ids of the server's workers (Linux). */
const workers = (): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === server.process.pid)
    .map(Number);

function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

test('a worker that is killed amid decisions loses no answered consent, and its place is taken', async () => {
  const [victim = 0] = workers();
  const prepared = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const correlation_id = crypto.randomUUID();
      const visitor = new Visitor(server.origin);
      const ticket = await visitor.openConsent(await visitor.signIn('noah', authorizePath({ correlation_id })));
      return { correlation_id, visitor, ticket };
    }),
  );
  const decided = await Promise.all(
    prepared.map(async (one, index) => {
      if (index === 10) process.kill(victim, 'SIGKILL');
      return { ...one, answer: await one.visitor.decide('allow', one.ticket, []).catch(() => undefined) };
    }),
  );
  for (const { correlation_id, visitor, ticket, answer } of decided) {
    if (answer?.status === 303) expect(consentsOf(server.databasePath, correlation_id)).toHaveLength(1);
    // What was not answered is answered by the other worker, once.
    expect((await visitor.decide('allow', ticket, [])).status).toBe(303);
    expect(consentsOf(server.databasePath, correlation_id)).toHaveLength(1);
  }
  await expect.poll(() => workers().length).toBe(2);
  expect(workers()).not.toContain(victim);
});

test('a worker that dies again and again is replaced more and more slowly', async () => {
  for (const times of [1, 2]) {
    await expect.poll(() => workers().length).toBe(2);
    const [victim = 0] = workers();
    process.kill(victim, 'SIGKILL');
    await expect.poll(() => server.output.join('')).toContain(`is replaced in ${100 * 2 ** times} ms`);
  }
  await expect.poll(() => workers().length).toBe(2);
  expect((await new Visitor(server.origin).get('/health')).status).toBe(200);
});
