import { createServer, type Server } from 'node:http';
import next from 'next';

const port = Number(process.env.PORT || 3000);
// Loopback unless told otherwise: a reverse proxy stands in front.
const hosts = (process.env.HOST || '127.0.0.1,::1').split(',');

const app = next({ dev: process.argv.includes('--dev'), port, hostname: 'localhost' });
await app.prepare();
const handle = app.getRequestHandler();

const servers = hosts.map((host) => {
  // 2,000 characters of state, however they are encoded, fit into the request line.
  const server = createServer({ maxHeaderSize: 65_536, keepAliveTimeout: 65_000 }, (request, response) => {
    handle(request, response);
  });
  return { host, server };
});
const listening = await Promise.allSettled(servers.map(({ host, server }) => listen(server, host)));
if (listening[0]?.status === 'rejected') {
  process.stderr.write(`Accord cannot listen on port ${port}: ${listening[0].reason.message}\n`);
  process.exit(1);
}
process.stdout.write(`Accord listens on port ${port}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);

function listen(server: Server, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** No new connections, answers under way are finished, then the process ends. */
async function stop(): Promise<void> {
  setTimeout(() => process.exit(1), 10_000).unref();
  await Promise.all(
    servers.map(({ server }) => {
      server.closeIdleConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
  await app.close();
  process.exit(0);
}
