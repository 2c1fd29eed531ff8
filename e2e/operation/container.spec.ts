import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.ts';
import { newDirectory, newSecret, repository } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { call } from '../support/http-call.ts';

const dockerfile = readFileSync(join(repository, 'Dockerfile'), 'utf8');
const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
const [, runtime = ''] = dockerfile.split(/^FROM /m).slice(1);

/** What the last stage copies out of the build, as pairs of a place in the repository and one in the image. */
const copied = [...runtime.matchAll(/^COPY --from=build \/accord\/(\S+) \.\/?(\S*)$/gm)].map(
  ([, from = '', to = '']): [string, string] => [from, to],
);

test('the files that the image copies are a whole server, for a user without rights', async () => {
  expect(copied.length).toBeGreaterThan(3);
  const directory = newDirectory();
  const image = join(directory, 'accord');
  for (const [from, to] of copied) {
    expect(existsSync(join(repository, from)), from).toBe(true);
    cpSync(join(repository, from), join(image, to), { recursive: true });
  }
  cpSync(join(repository, 'demo/registry.json'), join(directory, 'registry.json'));
  const data = join(directory, 'data');
  mkdirSync(data);
  for (const place of [directory, image]) chmodSync(place, 0o755);
  chmodSync(data, 0o777);
  const port = await freePort();
  const unprivileged = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  // The user may not see where this Node lives.
  const node = join(directory, 'node');
  cpSync(process.execPath, node);
  const server = spawn(node, ['--max-semi-space-size=16', 'server.js'], {
    ...unprivileged,
    cwd: image,
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ACCORD_ISSUER: `http://localhost:${port}`,
      ACCORD_SECRET: newSecret(),
      ACCORD_REGISTRY: join(directory, 'registry.json'),
      DATABASE_URL: `file:${data}/accord.db`,
      ACCORD_WORKERS: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    await untilListening(server);
    expect(await exitOf(healthCheck(port))).toBe(0);
    const page = await call(`http://localhost:${port}`, { path: '/authorize' });
    expect(page.status).toBe(400);
    expect(page.headers['x-powered-by']).toBeUndefined();
    const styles = /href="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec(page.text)?.[1] ?? '';
    const sheet = await call(`http://localhost:${port}`, { path: styles });
    expect(sheet).toMatchObject({ status: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' } });
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(await exitOf(healthCheck(port)), 'without a server').toBe(1);
  } finally {
    server.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
});

test('the Dockerfile keeps to the rules for one', () => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
  expect(bases).toHaveLength(2);
  for (const base of bases) expect(base, 'a version, no “latest”').toMatch(/^node:24-bookworm-slim$/);
  expect(runtime).toMatch(/^USER node$/m);
  expect(runtime.indexOf('USER node')).toBeLessThan(runtime.indexOf('\nCMD'));
  expect(runtime).toMatch(/^EXPOSE 3000$/m);
  expect(runtime).toMatch(/^CMD \["node"/m);
  expect(instructions.filter((line) => /^(ENV|ARG)\b.*(SECRET|PASSWORD|TOKEN)/.test(line))).toEqual([]);
  expect(instructions.filter((line) => line.startsWith('ADD '))).toEqual([]);
  const ignored = readFileSync(join(repository, '.dockerignore'), 'utf8').split('\n');
  for (const secret of ['.accord', '.git', 'node_modules', '.env*']) expect(ignored).toContain(secret);
});

/** The health check as the image would run it. */
function healthCheck(port: number): ChildProcess {
  const command: string[] = JSON.parse(/^HEALTHCHECK .*? CMD (\[.*\])$/m.exec(runtime)?.[1] ?? '[]');
  expect(command[0]).toBe('node');
  return spawn(process.execPath, command.slice(1), {
    env: { NODE_ENV: 'production', PORT: String(port) },
    stdio: 'ignore',
  });
}

const exitOf = async (child: ChildProcess): Promise<number> => (await once(child, 'exit'))[0];

function untilListening(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('Accord listens')) resolve();
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.on('exit', () => reject(new Error(said)));
  });
}
