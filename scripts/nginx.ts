import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackage } from './debian-package.ts';
import { freePort } from './free-port.ts';
import { makeSelfSigned } from './self-signed.ts';

const program = '/usr/sbin/nginx';
const described = join(import.meta.dirname, '../docs/nginx.conf');

/** nginx with the configuration of docs/nginx.conf, on loopback, with a certificate made for the occasion. */
export interface ReverseProxy {
  origin: string;
  /** Where it listens without TLS. */
  plainPort: number;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** A port for the proxy, so that the servers behind it can be told their public address before it starts. */
export const reverseProxyPort = freePort;

export async function startReverseProxy(port: number, upstreams: readonly [number, number]): Promise<ReverseProxy> {
  if (!existsSync(program) && !installDebianPackage('nginx')) throw new Error('There is no nginx here.');
  const directory = mkdtempSync(join(tmpdir(), 'accord-nginx-'));
  const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
  makeSelfSigned({ key, certificate });

  const plainPort = await freePort();
  const changes: [string, string][] = [
    ['127.0.0.1:3000', `127.0.0.1:${upstreams[0]}`],
    ['127.0.0.1:3001', `127.0.0.1:${upstreams[1]}`],
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl;', `listen 127.0.0.1:${port} ssl; listen [::1]:${port} ssl;`],
    // nginx leaves the port out of $host; a port other than 443 stands in the header that a browser sends.
    ['Host $host;', 'Host $http_host;'],
    ['/etc/ssl/accord/certificate.pem', certificate],
    ['/etc/ssl/accord/key.pem', key],
  ];
  const sites = changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`docs/nginx.conf has no “${from}”`);
      return text.replaceAll(from, to);
    },
    readFileSync(described, 'utf8'),
  );
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(directory, name)};`,
  );
  const file = join(directory, 'nginx.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    file,
    `${user} daemon off; pid ${directory}/pid; error_log stderr crit; worker_processes 1;
    events {} http { ${places.join(' ')} ${sites} }`,
  );
  const nginx = spawn(program, ['-c', file, '-p', directory, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(nginx, 'exit');
  await untilOpen(port, nginx);
  return {
    origin: `https://localhost:${port}`,
    plainPort,
    process: nginx,
    async stop() {
      nginx.kill('SIGTERM');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function untilOpen(port: number, nginx: ChildProcess): Promise<void> {
  while (nginx.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nginx did not start');
}
