import { readFileSync } from 'node:fs';
import { readAnchorDocument } from '../lib/evidence/anchor-document.ts';
import { findMissingSince } from '../lib/evidence/verify-against.ts';
import { type Verification, verifyEvidence } from '../lib/evidence/verify-evidence.ts';
import { removeOldRecords } from '../lib/housekeeping/retention.ts';
import { now } from '../lib/process/clock.ts';
import { environment, readEnvironment } from '../lib/process/environment.ts';
import { database, migrate } from '../lib/storage/database.ts';
import { withReadOnly } from '../lib/storage/read-only.ts';

const usage = `npm run audit -- verify [--against ANCHOR]   holds all evidence against itself, and against an anchor that was kept
                                            outside; names what is missing or was changed, and changes nothing
npm run audit -- remove --ended-before YYYY-MM-DD
                                            removes consents that ended, and requests that were denied, before that day

The environment is that of npm start. Records are kept until they are removed by this command.
`;

const [command, option, value, ...rest] = process.argv.slice(2);
const until = command === 'remove' && option === '--ended-before' ? readDay(value) : undefined;
const isVerify = command === 'verify' && (option === undefined || (option === '--against' && value !== undefined));
const reading = readEnvironment(process.env);
if ((!isVerify && until === undefined) || rest.length > 0) end(usage, command === '--help' ? 0 : 2);
else if (reading.outcome === 'refused') end(reading.faults.map((fault) => `${fault}\n`).join(''), 2);
else {
  try {
    await (until === undefined ? verify(value) : remove(until));
  } catch (fault) {
    end(`The evidence cannot be read: ${(fault as Error).message}\n`, 1);
  }
}

async function verify(path: string | undefined): Promise<void> {
  const document = path === undefined ? undefined : readAnchorDocument(readFileSync(path, 'utf8'));
  if (path !== undefined && !document) return end(`${path} is not an anchor, or was changed.\n`, 1);
  const { databaseUrl, databaseLimits } = environment();
  const verification = await withReadOnly(databaseUrl, databaseLimits, async (db) =>
    verifyEvidence(db, document && (await findMissingSince(db, document))),
  );
  end(sentenceOf(verification), verification.outcome === 'broken' ? 1 : 0);
}

function sentenceOf(verification: Verification): string {
  switch (verification.outcome) {
    case 'fresh':
      return 'There is no consent yet, and no trace of any: nothing is missing.\n';
    case 'whole': {
      const { chains, events, consents, anchors, removed } = verification;
      const kept = removed > 0 ? `, ${removed} were removed by this command` : '';
      return `${chains} chains with ${events} events, ${consents} consents and ${anchors} anchors are whole${kept}.\n`;
    }
    case 'broken': {
      const lines = verification.faults.map(({ consentId, reason }) =>
        consentId === undefined ? `Broken: ${reason}.\n` : `Broken: consent ${consentId}: ${reason}.\n`,
      );
      return lines.join('') + (verification.more > 0 ? `And ${verification.more} more.\n` : '');
    }
  }
}

async function remove(before: number): Promise<void> {
  try {
    await migrate(database());
    end(`${await removeOldRecords(database(), before)} records were removed.\n`, 0);
  } finally {
    await database().destroy();
  }
}

function readDay(text: string | undefined): number | undefined {
  const seconds = /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) / 1000 : Number.NaN;
  return Number.isInteger(seconds) && seconds < now() ? seconds : undefined;
}

function end(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
