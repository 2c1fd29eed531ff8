import { addSigningKey } from '../lib/keys/current-signing-key.ts';
import { keyInUse, keysToPublish, leadTime } from '../lib/keys/signing-key-times.ts';
import { now } from '../lib/process/clock.ts';
import { readEnvironment } from '../lib/process/environment.ts';
import { database, migrate } from '../lib/storage/database.ts';
import { listSigningKeys } from '../lib/storage/signing-keys.ts';

const usage = `npm run keys -- list     the signing keys, and what each is for now
npm run keys -- rotate   adds a key: published at once, it signs ${leadTime / 60} minutes later

The environment is that of npm start. Running instances notice by themselves.
`;

const [command] = process.argv.slice(2);
const reading = readEnvironment(process.env);
if (command !== 'list' && command !== 'rotate') end(usage, command === '--help' ? 0 : 2);
else if (reading.outcome === 'refused') end(reading.faults.map((fault) => `${fault}\n`).join(''), 2);
else {
  try {
    await migrate(database());
    if (command === 'rotate') await addSigningKey(database(), now());
    await list();
  } catch (fault) {
    end(`The keys cannot be read or written: ${(fault as Error).message}\n`, 1);
  } finally {
    await database().destroy();
  }
}

async function list(): Promise<void> {
  const keys = await listSigningKeys(database());
  const published = keysToPublish(keys, now());
  for (const key of keys) {
    const purpose = key === keyInUse(keys, now()) ? 'signs' : published.includes(key) ? 'published' : 'retired';
    process.stdout.write(`${key.kid}  ${new Date(key.created_at * 1000).toISOString()}  ${purpose}\n`);
  }
}

function end(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
