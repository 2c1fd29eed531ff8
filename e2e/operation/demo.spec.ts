import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { messages } from '../../demo/recipient/messages.ts';
import { freePort } from '../../scripts/free-port.ts';
import { newDirectory, repository } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';

/** Two ports side by side, as the demo and its bank want them. */
async function freePair(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const isFree = await fetch(`http://127.0.0.1:${port + 1}`).then(
      () => false,
      () => true,
    );
    if (isFree) return port;
  }
}

/** The demo as `npm run demo` starts it, with a database of its own. */
function startDemo(port: number) {
  const DATABASE_URL = `file:${newDirectory()}/accord.db`;
  return spawn(process.execPath, ['demo/start.ts'], {
    cwd: repository,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), DATABASE_URL },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('a port that is taken keeps the bank from opening, which is said, and the demo does not go on without it', async () => {
  const port = await freePair();
  const other = createServer().listen(port + 1, '127.0.0.1');
  await once(other, 'listening');
  const demo = startDemo(port);
  const ended = once(demo, 'exit');
  demo.stdout.resume();
  const said = await text(demo.stderr);
  expect((await ended)[0]).toBe(1);
  other.close();
  expect(said).toContain(
    `The sample bank cannot start: listen EADDRINUSE: address already in use 127.0.0.1:${port + 1}`,
  );
  expect(said).toContain('The sample bank has stopped, and Accord with it.');
});

test('the demo opens Accord and its bank together, says where to click, and closes both', async ({ page }) => {
  const port = await freePair();
  const demo = startDemo(port);
  const ended = once(demo, 'exit');
  demo.stderr.pipe(process.stderr);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    ended.then(() => reject(new Error(`the demo ended: ${said}`)));
    demo.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ctrl+C') && said.includes('sample bank listens')) resolve();
    });
  });
  expect(said).toContain(`http://127.0.0.1:${port}/demo`);
  await page.goto(`http://localhost:${port}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(messages.en.title);
  await page.getByLabel(messages.en.bank).selectOption('3000');
  await page.getByRole('button', { name: messages.en.submit }).click();
  expect(new URL(page.url()).port).toBe(String(port + 1));

  demo.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
  for (const gone of [port, port + 1])
    await expect(fetch(`http://127.0.0.1:${gone}/health`), `port ${gone}`).rejects.toThrow('fetch failed');
});
