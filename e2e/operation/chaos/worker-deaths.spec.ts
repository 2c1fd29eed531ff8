import { readdirSync, readFileSync } from 'node:fs';
import { discardServer, type Server, startServer } from '../../servers/server.ts';
import { allowThrough, codeOf, openTwenty } from '../../support/decisions-under-way.ts';
import { expect, test } from '../../support/fixtures.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { consentsOf } from '../../support/stored.ts';
import { Visitor } from '../../support/visitor.ts';

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
  const decided = await allowThrough(await openTwenty(server), () => process.kill(victim, 'SIGKILL'));
  expect(decided.filter(({ answer }) => answer?.status === 303).length).toBeGreaterThanOrEqual(6);
  const answered = decided.filter(({ answer }) => answer?.status === 303).map((one) => one.correlation_id);
  reportLosses('Worker killed', answered, (id) => consentsOf(server.databasePath, id).length === 1);
  for (const { correlation_id, visitor, ticket, answer } of decided) {
    // What was not answered is answered by the other worker, once.
    const again = codeOf(await visitor.decide('allow', ticket, []));
    if (answer?.status === 303) expect(again).toBe(codeOf(answer));
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
  // A process that has just begun does not listen yet, and the other may be gone.
  const health = () => new Visitor(server.origin).get('/health').catch(() => undefined);
  await expect.poll(async () => (await health())?.status).toBe(200);
  await expect.poll(() => workers().length).toBe(2);
});
