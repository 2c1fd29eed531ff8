import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readEnvironment } from '../lib/process/environment.ts';

const usage = `npm run backup -- FILE   writes a copy of the SQLite database to a new file, whole, beside running servers

The environment is that of npm start. PostgreSQL has pg_dump.
`;

const [target, ...more] = process.argv.slice(2);
const reading = readEnvironment(process.env);
if (!target || target.startsWith('-') || more.length > 0) end(usage, target === '--help' ? 0 : 2);
else if (reading.outcome === 'refused') end(reading.faults.map((fault) => `${fault}\n`).join(''), 2);
else if (!reading.environment.databaseUrl.startsWith('file:')) end('This database is PostgreSQL: use pg_dump.\n', 2);
else if (existsSync(target)) end(`${target} is there already, and is not written over.\n`, 1);
else backUp(resolve(reading.environment.databaseUrl.slice('file:'.length)), resolve(target));

/** The file of SQLite alone is not all of it: what was written last is in a file beside it. */
function backUp(source: string, copy: string): void {
  try {
    const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 });
    database.prepare('vacuum into ?').run(copy);
    database.close();
    end(
      `${copy} holds a copy of ${source}. Keep it apart from ACCORD_SECRET: one opens nothing without the other.\n`,
      0,
    );
  } catch (fault) {
    end(`No copy was made: ${(fault as Error).message}\n`, 1);
  }
}

function end(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
