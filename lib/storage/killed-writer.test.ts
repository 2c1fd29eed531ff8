import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { session } from '../../test/world/records.ts';
import { connect, newSqliteFile } from '../../test/world/temporary-database.ts';
import { migrate } from './database.ts';

it('a process that is killed amid its writes has stored each that it answered', { timeout: 30_000 }, async () => {
  const url = newSqliteFile();
  const db = connect(url);
  await migrate(db);
  const script = `
    import { openDatabase } from '#lib/storage/database.ts';
    import { insertSession } from '#lib/storage/sessions.ts';
    import { inTransaction } from '#lib/storage/transaction.ts';
    const db = openDatabase(${JSON.stringify(url)});
    const lane = async (name) => {
      for (let index = 0; ; index += 1) {
        const idHash = name + index;
        await inTransaction(db, (transaction) => insertSession(transaction, { ...${JSON.stringify(session)}, idHash }));
        console.log(idHash);
      }
    };
    for (const name of 'abcdefgh') lane(name);`;
  const writer = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', script]);
  const answered: string[] = [];
  createInterface(writer.stdout).on('line', (line) => {
    answered.push(line);
    if (answered.length === 200) writer.kill('SIGKILL');
  });
  const [, signal] = await once(writer, 'close');
  expect(signal).toBe('SIGKILL');
  const stored = new Set((await db.selectFrom('sessions').select('id_hash').execute()).map((row) => row.id_hash));
  expect(answered.length).toBeGreaterThanOrEqual(200);
  expect(answered.filter((id) => !stored.has(id))).toEqual([]);
});
