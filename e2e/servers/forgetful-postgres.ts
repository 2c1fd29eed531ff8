import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a PostgreSQL on which the answer to a commit can be lost. */
export interface ForgetfulPostgres {
  url: string;
  /** The next commit is done, and the connection breaks before its answer has arrived. */
  loseNextCommit(): void;
  /** How many answers were lost, each of which said that the commit was done. */
  lost(): number;
  stop(): void;
}

/** Stands before the server of a `postgres:` URL and hands on each byte, until it is told to lose some. */
export async function startForgetfulPostgres(url: string): Promise<ForgetfulPostgres> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let isArmed = false;
  let lost = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let isCommitting = false;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (isArmed && /commit\0/i.test(bytes.toString('latin1'))) {
        isArmed = false;
        isCommitting = true;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (!isCommitting) {
        client.write(bytes);
        return;
      }
      if (bytes.toString('latin1').includes('COMMIT\0')) lost += 1;
      client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    loseNextCommit: () => {
      isArmed = true;
    },
    lost: () => lost,
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
