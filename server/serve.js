import cluster from 'node:cluster';
import { readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { writeLine } from './json-output.js';
import { answerForMetrics, ownMetrics, serveMetrics } from './metrics.js';

/**
 * Serves HTTP until SIGTERM or SIGINT.
 * @param {{ port: number, hosts: string[], isDevelopment: boolean }} where
 */
export async function serve({ port, hosts, isDevelopment }) {
  const startUp = awaitStartUp();
  if (!isDevelopment) takeBuiltConfiguration();
  const app = next({ dev: isDevelopment, port, hostname: 'localhost' });
  await app.prepare();
  // `next dev` compiles the start-up when it is first asked for something.
  const answerDirectly = isDevelopment ? undefined : await startUp;
  if (cluster.isPrimary) await serveMetrics(async () => [await ownMetrics()]);
  else answerForMetrics();
  const handlePage = app.getRequestHandler();
  /** @type {import('node:http').RequestListener} */
  const handle = (request, response) => {
    if (!answerDirectly?.(request, response)) handlePage(request, response);
  };
  const servers = hosts.map((host) => ({
    host,
    // 2,000 characters of state, however they are encoded, fit into the request line.
    server: createServer({ maxHeaderSize: 65_536, keepAliveTimeout: 65_000 }, handle),
  }));
  // A machine without IPv6 listens on what it has.
  const [first] = await Promise.allSettled(servers.map(({ host, server }) => listen(server, port, host)));
  if (first?.status === 'rejected') {
    writeSync(2, `Accord cannot listen on port ${port}: ${first.reason.message}\n`);
    process.exit(1);
  }
  if (cluster.isPrimary) writeLine('info', `Accord listens on port ${port}`);

  const stop = async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    await Promise.all(servers.map(({ server }) => close(server)));
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
}

/** The configuration that was built with, as Next's own standalone server is given it: a container has no other. */
function takeBuiltConfiguration() {
  const built = readFileSync(join(import.meta.dirname, '../.next/required-server-files.json'), 'utf8');
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(JSON.parse(built).config);
}

/**
 * Resolves when lib/hosts/node-server.ts says that the start-up is over: until then nobody is let in. It hands over what answers
 * machines, compiled with the rest of the build.
 * @returns {Promise<(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean>}
 */
function awaitStartUp() {
  return new Promise((resolve) => {
    Object.assign(globalThis, { [Symbol.for('accord.has-started-up')]: resolve });
  });
}

/** @type {(server: import('node:http').Server, port: number, host: string) => Promise<void>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/**
 * No new connections; answers under way are finished, and a connection that is then idle is not kept.
 * @param {import('node:http').Server} server
 */
function close(server) {
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  return new Promise((resolve) => server.close(resolve)).finally(() => clearInterval(sweep));
}
