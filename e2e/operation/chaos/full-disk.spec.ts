import { type OwnPostgres, startOwnPostgres } from '../../../scripts/postgres.ts';
import { discardServer, type Server, startServer } from '../../servers/server.ts';
import { authorizePath } from '../../support/authorization-request.ts';
import { at, codeOf } from '../../support/decisions-under-way.ts';
import { expect, test } from '../../support/fixtures.ts';
import { budgetBuddy } from '../../support/granted.ts';
import { consentsInForce } from '../../support/postgres-stored.ts';
import { reportLosses } from '../../support/report-losses.ts';
import { mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts';
import { query } from '../../support/stored.ts';
import { redeem } from '../../support/token-request.ts';
import type { Visitor } from '../../support/visitor.ts';

interface Decided {
  correlation_id: string;
  visitor: Visitor;
  ticket: string;
  code: string | undefined;
}

/** Decides one request after the other on a disk that is full, until several were turned away. */
async function decideOnFullDisk(server: Server, disk: SmallDisk): Promise<Decided[]> {
  const signedIn = at(server);
  await signedIn.signIn('noah');
  const decide = async (): Promise<Decided> => {
    const correlation_id = crypto.randomUUID();
    const visitor = at(server, signedIn);
    const ticket = await visitor.openConsent(authorizePath({ correlation_id }));
    const answer = await visitor.decide('allow', ticket, []);
    expect([303, 503], answer.text.slice(0, 300)).toContain(answer.status);
    return { correlation_id, visitor, ticket, code: answer.status === 303 ? codeOf(answer) : undefined };
  };
  const decided = [await decide(), await decide(), await decide()];
  expect(decided.map(({ code }) => typeof code)).toEqual(['string', 'string', 'string']);
  disk.fill();
  // A database has room of its own for a while.
  for (let refused = 0; refused < 5; ) {
    const one = await decide();
    decided.push(one);
    if (one.code === undefined) refused += 1;
    expect(decided.length, 'decisions').toBeLessThan(3000);
  }
  return decided;
}

/** Once there is room, all that was answered is good, and all that was not can be answered. */
async function decideAgain(server: Server, decided: Decided[]): Promise<void> {
  for (const { visitor, ticket, code } of decided.slice(-8)) {
    const again = codeOf(await visitor.decide('allow', ticket, []));
    if (code !== undefined) expect(again).toBe(code);
    const form = { code: again, redirect_uri: 'http://127.0.0.1:9999/callback' };
    expect((await redeem(server.origin, { basic: budgetBuddy, form })).status).toBe(200);
  }
}

const answeredOf = (decided: Decided[]) =>
  decided.filter(({ code }) => code !== undefined).map(({ correlation_id }) => correlation_id);

test('SQLite on a full disk turns decisions away with 503, loses none that it answered, and goes on when there is room', async () => {
  test.setTimeout(120_000);
  const disk = mountSmallDisk(16);
  test.skip(!disk, 'a file system can be mounted by root on Linux alone');
  if (!disk) return;
  const server = await startServer({ databaseUrl: `file:${disk.directory}/accord.db` });
  try {
    const decided = await decideOnFullDisk(server, disk);
    disk.free();
    const rows = query<{ correlation_id: string }>(
      `${disk.directory}/accord.db`,
      'select correlation_id from consents',
    );
    const stored = new Set(rows.map((row) => row.correlation_id));
    reportLosses('SQLite on a full disk', answeredOf(decided), (id) => stored.has(id));
    await decideAgain(server, decided);
    expect(server.output.join('')).not.toMatch(/cannot rollback|"level":"error"/);
  } finally {
    await discardServer(server);
    disk.remove();
  }
});

test('a PostgreSQL whose disk is full turns decisions away with 503, loses none that it answered, and goes on', async () => {
  test.setTimeout(120_000);
  const disk = mountSmallDisk(160);
  test.skip(!disk, 'a file system can be mounted by root on Linux alone');
  if (!disk) return;
  let postgres: OwnPostgres | undefined;
  let server: Server | undefined;
  try {
    postgres = await startOwnPostgres({ isDurable: true, within: disk.directory });
    if (!postgres) throw new Error('There is no PostgreSQL here, and none can be installed.');
    server = await startServer({ databaseUrl: postgres.url });
    const decided = await decideOnFullDisk(server, disk);
    disk.free();
    // Without room for its log PostgreSQL ends; whoever looks after it starts it again.
    const { origin } = server;
    const isThere = async () => (await fetch(`${origin}/health`)).status === 200;
    if (!(await isThere())) postgres.resume();
    await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
    const stored = await consentsInForce(postgres.url);
    reportLosses('PostgreSQL on a full disk', answeredOf(decided), (id) => stored.get(id) === 1);
    await decideAgain(server, decided);
    expect(server.output.join('')).not.toContain('"level":"error"');
  } finally {
    if (server) await discardServer(server);
    postgres?.stop();
    disk.remove();
  }
});
