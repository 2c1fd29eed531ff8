import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { words } from '../../demo/recipient/words.ts';
import { freePortsInARow, startDemo } from '../servers/demo.ts';
import { newDirectory } from '../servers/server.ts';
import { test as base, expect } from '../support/fixtures.ts';
import { call } from '../support/http-call.ts';
import { writeRegistry } from '../support/registry.ts';

const test = base.extend<{ startDemo: typeof startDemo }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here
  startDemo: async ({}, use) => {
    const started: ReturnType<typeof startDemo>[] = [];
    await use((...given) => {
      const demo = startDemo(...given);
      started.push(demo);
      return demo;
    });
    for (const demo of started) {
      demo.process.kill('SIGTERM');
      await demo.ended;
    }
  },
});

const places = { Accord: 0, 'its bank': 1, 'its recipient': 2 };

for (const [name, place] of Object.entries(places)) {
  test(`a port that is taken where ${name} would listen is said, with a way out, and nothing is started`, async ({
    startDemo,
  }) => {
    const port = await freePortsInARow();
    const other = createServer().listen(port + place, '127.0.0.1');
    await once(other, 'listening');
    const demo = startDemo(port);
    expect(await demo.ended).toBe(1);
    other.close();
    expect(demo.said).toEqual({ out: '', error: `Port ${port + place} is taken. Try PORT=4000 npm run demo\n` });
  });
}

test('the demo opens Accord, its bank and its recipient, says where to click alone, and closes all three', async ({
  page,
  startDemo,
}) => {
  const port = await freePortsInARow();
  const demo = startDemo(port);
  await demo.open;
  expect(demo.said.out).toMatch(/^\n {2}The sample world is open\.\n/);
  for (const told of [
    `http://127.0.0.1:${port + 2}/`,
    'camille / erable-rouge',
    'sigrid / phare-blanc',
    'tomas / blue-buoy',
  ])
    expect(demo.said.out).toContain(told);

  await page.goto(`http://localhost:${port}/`);
  expect(new URL(page.url()).origin).toBe(`http://127.0.0.1:${port + 2}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.en.title);
  await expect(page.getByRole('row', { name: 'sigrid phare-blanc 3' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'tomas blue-buoy 1' })).toBeVisible();
  await page.getByLabel(words.en.bank).selectOption('3000');
  await page.getByRole('button', { name: words.en.submit }).click();
  expect(new URL(page.url()).port).toBe(String(port + 1));

  demo.process.kill('SIGTERM');
  expect(await demo.ended).toBe(0);
  expect(demo.said.out).toMatch(/Ctrl\+C stops it\.\n\n$/);
  expect(demo.said.error).toBe('');
  await expectClosed(port, port + 1, port + 2);
});

const programs = { Accord: 'server.js', 'The sample bank': 'bank/start', 'The sample recipient': 'recipient/start' };

for (const [name, program] of Object.entries(programs)) {
  test(`the demo does not go on without one of its own: ${name}`, async ({ startDemo }) => {
    const port = await freePortsInARow();
    const demo = startDemo(port);
    await demo.open;
    process.kill(childOf(demo.process.pid, program), 'SIGKILL');
    expect(await demo.ended).toBe(1);
    expect(demo.said.error).toBe(`${name} has stopped, and the demo with it.\n`);
    await expectClosed(port, port + 1, port + 2);
  });
}

test('the environment is honoured: that registry, from that database, on that port, and nothing besides', async ({
  startDemo,
}) => {
  const port = await freePortsInARow();
  const database = join(newDirectory(), 'given.db');
  const registry = writeRegistry(({ providers: [bank] }) => Object.assign(bank ?? {}, { name: 'Given Bank' }));
  const demo = startDemo(port, {
    ACCORD_REGISTRY: registry,
    DATABASE_URL: `file:${database}`,
    ACCORD_LOG_LEVEL: 'info',
  });
  await demo.open;
  const origin = `http://localhost:${port}`;
  expect((await call(origin, { path: '/' })).headers.location).toBe('/consents');
  expect((await call(origin, { path: '/consents?language=en' })).text).toContain('Given Bank');
  expect(existsSync(database)).toBe(true);
  await expectClosed(port + 1, port + 2);
  demo.process.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  expect(demo.said.out).toContain(`Accord serves ${registry}.`);
  expect(demo.said.out).toContain('"path":"/consents"');
});

async function expectClosed(...ports: number[]): Promise<void> {
  for (const port of ports)
    await expect(fetch(`http://127.0.0.1:${port}/`), `port ${port}`).rejects.toThrow('fetch failed');
}

function childOf(parent: number | undefined, program: string): number {
  const children = execFileSync('ps', ['--ppid', String(parent), '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const [found] = children.filter((line) => line.includes(program));
  if (!found) throw new Error(`no ${program} among ${children.join('; ')}`);
  return Number.parseInt(found, 10);
}
