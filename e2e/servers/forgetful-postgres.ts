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
  const changes = new Set<string>();
  let isArmed = false;
  let lost = 0;

  /** Several changes made at once are a statement, which commits by itself and is sent by its name after the first time. */
  function commits(text: string): boolean {
    for (const [, name = ''] of text.matchAll(/(accord_[0-9a-f]{32})\0with [^\0]* as changed\0/g)) changes.add(name);
    const names = [...text.matchAll(/accord_[0-9a-f]{32}(?=\0)/g)].map(String);
    return /commit\0/i.test(text) || names.some((name) => changes.has(name));
  }
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let isCommitting = false;
    let answer = '';
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
      if (commits(bytes.toString('latin1')) && isArmed) {
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
      answer += bytes.toString('latin1');
      // ReadyForQuery, idle: only then is what was done on disk.
      if (!answer.includes('Z\0\0\0\x05I')) return;
      if (/(COMMIT|SELECT 1)\0/.test(answer)) lost += 1;
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
