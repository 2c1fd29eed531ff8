import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { problemPage } from './problem-page.ts';
import { createRecipient } from './recipient.ts';
import { type Reply, sendReply } from './reply.ts';
import type { SampleWorld } from './sample-world.ts';

/** The sample recipient on a port of this machine; not on `localhost`, which is Accord's origin to a browser's cookies. */
export async function startRecipientServer(
  { accord, world }: { accord: string; world: SampleWorld },
  port: number,
): Promise<Server> {
  const answer = createRecipient({ origin: `http://127.0.0.1:${port}`, accord, world });
  // A form's answer may go on to the bank, and browsers hold every hop against the page's policy.
  const formTargets = [accord, ...world.banks.flatMap(({ issuer }) => issuer ?? [])].map((url) => new URL(url).origin);
  const server = createServer(async (request, response) => {
    const reply = await answer(request).catch(apologize);
    sendReply(response, reply, formTargets);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function apologize(fault: unknown): Reply {
  console.error('The sample recipient has failed:', fault);
  return { status: 500, language: 'en', page: problemPage('en', 'broken') };
}
