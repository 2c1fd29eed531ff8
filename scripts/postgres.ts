import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackage } from './debian-package.ts';
import { freePort } from './free-port.ts';
import { makeSelfSigned } from './self-signed.ts';

export interface TestPostgres {
  url: string;
  stop(): void;
}

/** A server of the tests' own, which can be halted or killed as a power cut does, and come back. */
export interface OwnPostgres extends TestPostgres {
  halt(): void;
  kill(): void;
  resume(): void;
  /** Makes a server of its own of a standby. */
  promote(): void;
  /** The certificate of its authority, with which a URL asks for TLS; where the server has one. */
  authority: string | undefined;
}

const versions = '/usr/lib/postgresql';

/** A PostgreSQL for tests: `TEST_DATABASE_URL`, or a server of its own. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const url = process.env.TEST_DATABASE_URL;
  return url ? { url, stop: () => undefined } : startOwnPostgres({ isDurable: false });
}

/** A server on loopback, whose package is installed where it must be; undefined where it cannot be had. */
export async function startOwnPostgres({
  isDurable,
  withTls = false,
  standbyOf,
  within = tmpdir(),
}: {
  isDurable: boolean;
  withTls?: boolean;
  /** The URL of the server that it follows. */
  standbyOf?: string;
  /** The directory in which it keeps all that it writes. */
  within?: string;
}): Promise<OwnPostgres | undefined> {
  const binaries = findBinaries() ?? (installDebianPackage('postgresql') ? findBinaries() : undefined);
  if (!binaries) return undefined;
  const directory = mkdtempSync(join(within, 'accord-postgres-'));
  const account = postgresAccount();
  if (account) chownSync(directory, account.uid, account.gid);
  // The server refuses to run as root.
  const run = (command: string, parameters: string[]) => {
    const [program = '', ...all] = [...(account ? asPostgres : []), join(binaries, command), ...parameters];
    const { status } = spawnSync(program, all, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${command} of PostgreSQL failed`);
  };
  const data = join(directory, 'data');
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=${isDurable ? 'on' : 'off'} -c ssl=${withTls ? 'on' : 'off'}`;
  const halt = () => run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
  const start = () => run('pg_ctl', ['-D', data, '-o', settings, '-l', join(directory, 'log'), '-w', 'start']);
  // After a kill its children hold on for a moment.
  const resume = (attemptsLeft = 20): void => {
    try {
      start();
    } catch (fault) {
      if (attemptsLeft === 0) throw fault;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      resume(attemptsLeft - 1);
    }
  };
  if (standbyOf) run('pg_basebackup', ['-D', data, '-R', '-c', 'fast', '-d', standbyOf]);
  else run('initdb', ['-D', data, '-U', 'accord', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']);
  const authority = withTls ? makeCertificate(data, account) : undefined;
  if (!standbyOf) guardRole(join(data, 'pg_hba.conf'));
  resume();
  return {
    url: `postgres://accord@127.0.0.1:${port}/postgres`,
    authority,
    halt,
    kill: () => killWithChildren(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    resume: () => resume(),
    promote: () => run('pg_ctl', ['-D', data, '-w', 'promote']),
    stop() {
      halt();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

// One role must prove itself, the owner need not.
const guardRole = (rules: string) =>
  writeFileSync(rules, `host all guarded 127.0.0.1/32 scram-sha-256\n${readFileSync(rules, 'utf8')}`);

/** Ends a server and those that serve its connections at once, with no word to anybody. */
function killWithChildren(pid: number): void {
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout.split('\n');
  for (const one of [pid, ...children.map(Number).filter(Boolean)])
    try {
      process.kill(one, 'SIGKILL');
    } catch (fault) {
      // A child may have noticed already.
      if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
    }
}

/** A certificate for `localhost`, which is its own authority, where the server looks for it. */
function makeCertificate(data: string, account: { uid: number; gid: number } | undefined): string {
  const [key, certificate] = [join(data, 'server.key'), join(data, 'server.crt')];
  makeSelfSigned({ key, certificate });
  chmodSync(key, 0o600);
  for (const file of [key, certificate]) if (account) chownSync(file, account.uid, account.gid);
  return certificate;
}

function findBinaries(): string | undefined {
  if (!existsSync(versions)) return undefined;
  const places = readdirSync(versions)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(versions, version, 'bin'));
  return places.find((place) => existsSync(join(place, 'initdb')));
}

const asPostgres = ['runuser', '-u', 'postgres', '--'];

function postgresAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (what: string) => Number(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}
