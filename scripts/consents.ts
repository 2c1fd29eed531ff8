import { parseArgs } from 'node:util';
import { csvHeader, csvLine, recordLine, recordOf } from '../lib/operation/consent-record.ts';
import { endConsents } from '../lib/operation/end-consents.ts';
import { tellConsent } from '../lib/operation/told-consent.ts';
import { now } from '../lib/process/clock.ts';
import { readEnvironment } from '../lib/process/environment.ts';
import { type ConsentFilter, searchConsents } from '../lib/storage/consent-search.ts';
import { findConsent } from '../lib/storage/consents.ts';
import { database, migrate } from '../lib/storage/database.ts';

const usage = `npm run consents -- find WHICH                       a line for each consent
npm run consents -- show ID                          one whole: the words as they were seen, and what happened
npm run consents -- end WHICH --reason TEXT          ends those in force, with their tokens; --dry-run only counts
npm run consents -- export WHICH [--format csv]      all of them for a regulator: JSON Lines with words and events, or CSV

WHICH is one or more of
  --customer SUB   --recipient CLIENT_ID   --provider PROVIDER_ID   --reference NUMBER
  --since YYYY-MM-DD   --until YYYY-MM-DD   when it was given, in UTC, the last day included
  --active         only those in force
and --all where none of them is wanted, which end does not take. What begins with - is written --reference=-1.

The environment is that of npm start. It runs beside running servers. An end that was interrupted goes on when it is asked again.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

await main().catch((fault: Error) => end(`${fault.message}\n`, 1));

async function main(): Promise<void> {
  const asked = readArguments();
  if (asked === undefined) return end(usage, process.argv[2] === '--help' ? 0 : 2);
  const reading = readEnvironment(process.env);
  if (reading.outcome === 'refused') return end(reading.faults.map((fault) => `${fault}\n`).join(''), 2);
  try {
    await migrate(database());
    await asked();
  } finally {
    await database().destroy();
  }
}

/** What is to be done; undefined when that is not understood. */
function readArguments(): (() => Promise<void>) | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ customer: text, recipient: text, provider: text, reference: text, since: text, until: text },
        ...{ active: flag, all: flag, 'dry-run': flag, reason: text, format: { ...text, default: 'jsonl' } },
      },
    });
    const [command, id, ...more] = positionals;
    if (command === 'show') return id && more.length === 0 ? () => show(id) : undefined;
    const { customer: sub, recipient: clientId, provider: providerId, reference: correlationId } = values;
    const [givenSince, givenUntil] = [dayOf(values.since), dayOf(values.until)];
    const filter: ConsentFilter = {
      ...{ sub, clientId, providerId, correlationId, givenSince },
      givenUntil: givenUntil && givenUntil + 86_400,
      isInForce: values.active ?? false,
    };
    const isNarrowed = [sub, clientId, providerId, correlationId, givenSince, givenUntil].some(
      (one) => one !== undefined,
    );
    if (id !== undefined || !(isNarrowed || (values.all && command !== 'end'))) return undefined;
    if (command === 'find') return () => find(filter);
    if (command === 'export' && /^(jsonl|csv)$/.test(values.format))
      return () => write(filter, values.format === 'csv');
    const { reason, 'dry-run': isDry } = values;
    if (command === 'end' && reason?.trim()) return () => (isDry ? count(filter) : endAll(filter, reason.trim()));
    return undefined;
  } catch {
    return undefined;
  }
}

async function find(filter: ConsentFilter): Promise<void> {
  for await (const consent of searchConsents(database(), filter, now())) {
    const { id, given, status, recipient, provider, customer, reference } = recordOf(consent, now());
    await print([id, given, status, recipient, provider, customer, reference].join('  '));
  }
}

async function show(id: string): Promise<void> {
  const consent = await findConsent(database(), id);
  if (!consent) return end(`There is no consent ${id}.\n`, 1);
  await print(await tellConsent(database(), consent, now()));
}

async function write(filter: ConsentFilter, isCsv: boolean): Promise<void> {
  if (isCsv) await print(csvHeader);
  for await (const consent of searchConsents(database(), filter, now()))
    await print(isCsv ? csvLine(recordOf(consent, now())) : await recordLine(database(), consent, now()));
}

async function count(filter: ConsentFilter): Promise<void> {
  let found = 0;
  for await (const _ of searchConsents(database(), { ...filter, isInForce: true }, now())) found += 1;
  end(`${found} consents are in force and would end.\n`, 0);
}

async function endAll(filter: ConsentFilter, reason: string): Promise<void> {
  const onEnded = (ended: number) => ended % 1000 === 0 && process.stderr.write(`${ended} …\n`);
  const ended = await endConsents(database(), filter, { reason, clock: now, onEnded });
  end(`${ended} consents were ended.\n`, 0);
}

function dayOf(day: string | undefined): number | undefined {
  if (day === undefined) return undefined;
  const seconds = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) / 1000 : Number.NaN;
  if (!Number.isInteger(seconds)) throw new Error(`${day} is no day`);
  return seconds;
}

/** Waits while whoever reads is slower: a long export stays small in memory. */
function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (fault) => (fault ? reject(fault) : resolve()));
  });
}

function end(message: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(message);
  process.exitCode = code;
}
