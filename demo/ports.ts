import { createServer } from 'node:net';

/** The first of some ports that another process of this machine listens on. */
export async function findTakenPort(ports: number[]): Promise<number | undefined> {
  for (const port of ports) {
    // A browser that is sent to localhost may try either.
    for (const host of ['127.0.0.1', '::1']) if (await isTaken(port, host)) return port;
  }
  return undefined;
}

// Another reason, such as a machine without IPv6, is the business of whoever listens there.
function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) => resolve(fault.code === 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
