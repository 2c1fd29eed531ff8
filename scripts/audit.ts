import { verifyChains } from '../lib/evidence/verify-chains.ts';
import { removeOldRecords } from '../lib/housekeeping/retention.ts';
import { now } from '../lib/process/clock.ts';
import { readEnvironment } from '../lib/process/environment.ts';
import { database, migrate } from '../lib/storage/database.ts';

const usage = `npm run audit -- verify                   walks the evidence of all consents; names the first broken link
npm run audit -- remove --ended-before YYYY-MM-DD
                                          removes consents that ended, and requests that were denied, before that day

The environment is that of npm start. Records are kept until they are removed by this command.
`;

const [command, option, date] = process.argv.slice(2);
const until = command === 'remove' && option === '--ended-before' ? readDay(date) : undefined;
const reading = readEnvironment(process.env);
if (command !== 'verify' && until === undefined) end(usage, command === '--help' ? 0 : 2);
else if (reading.outcome === 'refused') end(reading.faults.map((fault) => `${fault}\n`).join(''), 2);
else {
  try {
    await migrate(database());
    await (until === undefined ? verify() : remove(until));
  } catch (fault) {
    end(`The evidence cannot be read: ${(fault as Error).message}\n`, 1);
  } finally {
    await database().destroy();
  }
}

async function verify(): Promise<void> {
  const verification = await verifyChains(database());
  if (verification.outcome === 'whole')
    end(`${verification.chains} chains with ${verification.events} events are whole.\n`, 0);
  else end(`Broken: consent ${verification.consentId}: ${verification.reason}.\n`, 1);
}

async function remove(before: number): Promise<void> {
  end(`${await removeOldRecords(database(), before)} records were removed.\n`, 0);
}

function readDay(text: string | undefined): number | undefined {
  const seconds = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) / 1000 : Number.NaN;
  return Number.isInteger(seconds) && seconds < now() ? seconds : undefined;
}

function end(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
