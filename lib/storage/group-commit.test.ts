import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { code, consent, event, now, session, times } from '../../test/world/records.ts';
import { connect, newSqliteFile } from '../../test/world/temporary-database.ts';
import { narrowConsent } from '../consent/narrow.ts';
import { withdrawConsent } from '../consent/withdraw.ts';
import { insertAuthorizationCode } from './authorization-codes.ts';
import { appendEvents } from './consent-events.ts';
import { findConsent, insertConsent, lockConsent } from './consents.ts';
import { type Database, migrate } from './database.ts';
import { findSession, insertSession } from './sessions.ts';
import { inTransaction } from './transaction.ts';

async function migrated() {
  const url = newSqliteFile();
  const db = connect(url);
  await migrate(db);
  return { db, path: url.slice('file:'.length) };
}

/** Another process's look at the file, which waits for nobody. */
function lookAt(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 0 });
  onTestFinished(() => database.close());
  return database;
}

/** The commits in a write-ahead log: of each the last frame names the size of the database (SQLite, "WAL-mode File Format"). */
function commitsIn(path: string): number {
  const log = readFileSync(`${path}-wal`);
  const frameSize = 24 + log.readUInt32BE(8);
  const frames = times((log.length - 32) / frameSize).map((index) => 32 + index * frameSize);
  return frames.filter((frame) => log.readUInt32BE(frame + 4) > 0).length;
}

const store = (db: Database, id: string) =>
  inTransaction(db, async (transaction) => {
    await insertConsent(transaction, { ...consent, id });
    await insertAuthorizationCode(transaction, { ...code, codeHash: `code of ${id}`, consentId: id });
  });

const failing = (db: Database, id: string) =>
  inTransaction(db, async (transaction) => {
    await insertConsent(transaction, { ...consent, id });
    throw new Error('for its own reason');
  });

const idsIn = async (db: Database) =>
  (await db.selectFrom('consents').select('id').orderBy('id').execute()).map(({ id }) => id);

describe('writes at the same time', () => {
  it('are over before one that failed is told so: at its next attempt it sees what the others have written', async () => {
    const { db } = await migrated();
    const first = store(db, 'first');
    const afterFirst = async (attempt = 1): Promise<number> => {
      const isThere = (await findConsent(db, 'first')) !== undefined;
      const fault = await inTransaction(db, async () => {
        if (!isThere) throw new Error('the first is not there yet');
      }).catch((thrown: unknown) => thrown);
      return fault && attempt < 50 ? afterFirst(attempt + 1) : attempt;
    };
    const attempts = await Promise.all(times(20).map(() => afterFirst()));
    await first;
    expect(Math.max(...attempts)).toBe(2);
  });

  it('wait for the disk together', async () => {
    const { db, path } = await migrated();
    const before = commitsIn(path);
    await Promise.all([
      ...times(32).map((index) => store(db, `consent-${index}`)),
      ...times(32).map((index) => insertSession(db, { ...session, idHash: `session-${index}` })),
    ]);
    expect(commitsIn(path) - before).toBe(1);
    expect(await idsIn(db)).toHaveLength(32);
  });

  it('are each on disk before they are answered', async () => {
    const { db, path } = await migrated();
    const other = lookAt(path);
    const isThere = (id: string) => other.prepare('select id from consents where id = ?').get(id) !== undefined;
    const found = times(20).map(async (index) => {
      const id = `consent-${index}`;
      await (index % 2 === 0 ? store(db, id) : insertConsent(db, { ...consent, id }));
      return isThere(id);
    });
    expect(new Set(await Promise.all(found))).toEqual(new Set([true]));
  });

  it('are each told when the disk takes none of them', async () => {
    const { db, path } = await migrated();
    const other = lookAt(path);
    other.exec('begin immediate');
    const outcomes = await Promise.allSettled(times(3).map((index) => store(db, `consent-${index}`)));
    other.exec('rollback');
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { errcode: 5 } });
    expect(await idsIn(db)).toEqual([]);
    await store(db, 'afterwards');
    expect(await idsIn(db)).toEqual(['afterwards']);
  });

  it('fail alone', async () => {
    const { db } = await migrated();
    const outcomes = await Promise.allSettled([
      store(db, 'a'),
      failing(db, 'b'),
      insertConsent(db, { ...consent, id: 'a' }),
      store(db, 'c'),
      insertConsent(db, { ...consent, id: 'd' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { message: 'for its own reason' } });
    expect(await idsIn(db)).toEqual(['a', 'c', 'd']);
  });

  it('are done again when SQLite has undone them for the fault of another, which alone is told', async () => {
    const { db } = await migrated();
    await sql`
      create trigger ends_the_transaction before insert on sessions
      begin select raise(rollback, 'the reason'); end`.execute(db);
    const outcomes = await Promise.allSettled([
      store(db, 'a'),
      insertConsent(db, { ...consent, id: 'b' }),
      inTransaction(db, (transaction) => insertSession(transaction, session)),
      store(db, 'c'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[2]).toMatchObject({ reason: { message: expect.stringContaining('the reason') } });
    expect(await idsIn(db)).toEqual(['a', 'b', 'c']);
  });

  it('that SQLite has ended write nothing more, although they go on', async () => {
    const { db } = await migrated();
    await sql`
      create trigger ends_the_transaction before insert on sessions
      begin select raise(rollback, 'the reason'); end`.execute(db);
    const goingOn = db.transaction().execute(async (transaction) => {
      await insertSession(transaction, session).catch(() => undefined);
      await insertConsent(transaction, consent);
    });
    await expect(goingOn).rejects.toThrow('the transaction has ended');
    expect(await idsIn(db)).toEqual([]);
  });

  it('are not seen by the same process before they are on disk', async () => {
    const { db } = await migrated();
    await inTransaction(db, async (transaction) => {
      await insertConsent(transaction, consent);
      expect(await findConsent(db, consent.id)).toBeUndefined();
      expect(await findConsent(transaction, consent.id)).toBeDefined();
    });
    expect(await findConsent(db, consent.id)).toBeDefined();
  });

  it('hold the file at no moment in which this process does something else', async () => {
    const { db, path } = await migrated();
    const other = lookAt(path);
    let isOver = false;
    const lives = times(50).map(async (index) => {
      const id = `consent-${index}`;
      await store(db, id);
      await inTransaction(db, async (transaction) => {
        const locked = await lockConsent(transaction, id);
        if (locked) await appendEvents(transaction, locked.chain, event);
      });
      const changed = await narrowConsent(db, id, { accountIds: ['acc-1'], clusters: [] }, now);
      await insertSession(db, { ...session, idHash: id });
      if (changed.outcome !== 'changed') throw new Error(changed.outcome);
      await withdrawConsent(db, changed.consentId, { by: 'customer', reason: 'stopped' }, now);
      await findSession(db, id, now);
    });
    const done = Promise.all(lives).finally(() => {
      isOver = true;
    });
    let turns = 0;
    while (!isOver) {
      await setImmediate();
      // Fails at once where the lock is held.
      other.exec('begin immediate; rollback');
      turns += 1;
    }
    await done;
    expect(turns).toBeGreaterThan(4);
  });
});
