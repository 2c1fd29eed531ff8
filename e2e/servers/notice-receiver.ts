import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Received {
  type: string | undefined;
  token: string;
}

/** A subscriber of notices, which does with each what it is told. */
export interface NoticeReceiver {
  uri: string;
  received: Received[];
  answer: (response: ServerResponse) => unknown;
  close(): void;
}

export const taken = (response: ServerResponse) => response.writeHead(202).end();

export async function startNoticeReceiver(): Promise<NoticeReceiver> {
  const server = createServer(async (request, response) => {
    const token = await text(request);
    if (request.url === '/elsewhere') receiver.received.push({ type: 'a redirect that was followed', token });
    else receiver.received.push({ type: request.headers['content-type'], token });
    receiver.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: NoticeReceiver = {
    uri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`,
    received: [],
    answer: taken,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}
