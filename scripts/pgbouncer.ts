import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackage } from './debian-package.ts';
import { freePort } from './free-port.ts';

const program = '/usr/sbin/pgbouncer';
const described = join(import.meta.dirname, '../docs/pgbouncer.ini');

export interface Pooler {
  url: string;
  stop(): Promise<void>;
}

/** PgBouncer with docs/pgbouncer.ini before a server of the tests; `change` is done to the text of the file. */
export async function startPgBouncer(server: string, change = (text: string) => text): Promise<Pooler> {
  if (!existsSync(program) && !installDebianPackage('pgbouncer')) throw new Error('There is no PgBouncer here.');
  const { hostname, port: serverPort, username, pathname } = new URL(server);
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), 'accord-pgbouncer-'));
  chmodSync(directory, 0o755);
  const changes: [string, string][] = [
    ['host=db.internal port=5432 dbname=accord', `host=${hostname} port=${serverPort} dbname=${pathname.slice(1)}`],
    ['listen_port = 6432', `listen_port = ${port}\nunix_socket_dir =`],
    // The tests' server trusts whoever is on this machine.
    ['auth_type = scram-sha-256', 'auth_type = any'],
    ['auth_file = /etc/pgbouncer/userlist.txt', ''],
    ['dbname=', `user=${username} dbname=`],
  ];
  const text = changes.reduce(
    (whole, [from, to]) => {
      if (!whole.includes(from)) throw new Error(`docs/pgbouncer.ini has no “${from}”`);
      return whole.replace(from, to);
    },
    readFileSync(described, 'utf8'),
  );
  const file = join(directory, 'pgbouncer.ini');
  writeFileSync(file, change(text));
  // It refuses to run as root.
  const [command = '', ...parameters] = [
    ...(process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []),
    program,
    '-q',
    file,
  ];
  const pooler = spawn(command, parameters, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  pooler.stderr.on('data', (chunk) => said.push(String(chunk)));
  const ended = once(pooler, 'exit');
  await untilOpen(port, () => pooler.exitCode === null, said);
  return {
    url: `postgres://${username}@127.0.0.1:${port}/accord`,
    async stop() {
      pooler.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function untilOpen(port: number, isRunning: () => boolean, said: string[]): Promise<void> {
  while (isRunning()) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`PgBouncer did not start:\n${said.join('')}`);
}
