import { parseArgs } from 'node:util';
import { now } from '../lib/process/clock.ts';
import { readEnvironment } from '../lib/process/environment.ts';
import { database, migrate } from '../lib/storage/database.ts';
import { listNotices, retryNotice } from '../lib/storage/notice-log.ts';
import type { Notice } from '../lib/storage/notices.ts';

const usage = `npm run notices -- list [--given-up | --open] [--subscriber ID] [--consent ID]
                            what subscribers were told, and what they still have to be; the newest first, 1000 at most
npm run notices -- retry ID  has a notice that was given up tried again

The environment is that of npm start.
`;

const { values, positionals } = parseArgs({
  options: {
    'given-up': { type: 'boolean' },
    open: { type: 'boolean' },
    subscriber: { type: 'string' },
    consent: { type: 'string' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
const [command, id] = positionals;
const reading = readEnvironment(process.env);
if (values.help || !(command === 'list' || (command === 'retry' && id))) end(usage, values.help ? 0 : 2);
else if (reading.outcome === 'refused') end(reading.faults.map((fault) => `${fault}\n`).join(''), 2);
else {
  try {
    await migrate(database());
    if (command === 'list') await list();
    else if (await retryNotice(database(), id ?? '', now())) end('It is tried again within seconds.\n', 0);
    else end(`No notice ${id} was given up.\n`, 1);
  } catch (fault) {
    end(`The notices cannot be read or written: ${(fault as Error).message}\n`, 1);
  } finally {
    await database().destroy();
  }
}

async function list(): Promise<void> {
  const filter = {
    consentId: values.consent,
    subscriberId: values.subscriber,
    isGivenUp: values['given-up'],
    isOpen: values.open,
  };
  for (const notice of await listNotices(database(), filter, 1000)) process.stdout.write(`${inWords(notice)}\n`);
}

function inWords({ id, createdAt, type, consentId, subscriber, outcome, attempts, fault }: Notice): string {
  const time = new Date(createdAt * 1000).toISOString();
  const state = outcome ?? 'open';
  return [
    time,
    id,
    type,
    consentId,
    subscriber.id,
    `${state} after ${attempts} attempts`,
    ...(fault ? [fault] : []),
  ].join('  ');
}

function end(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
