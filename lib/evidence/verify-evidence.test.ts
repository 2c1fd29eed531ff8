import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { storeEvidence } from '../../test/world/evidence.ts';
import { storeConsent } from '../../test/world/stored-consent.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { beginChain, recordOnce } from '../storage/consent-events.ts';
import type { Database } from '../storage/database.ts';
import { verifyEvidence } from './verify-evidence.ts';

type Value = string | number | null;
type Row = Record<string, Value>;

const tables = {
  consents: ['id'],
  consent_events: ['consent_id', 'number'],
  anchors: ['number'],
  removed_heads: ['consent_id', 'number'],
} as const;

/** Numbers from 0 to below `most`, the same in every run. */
function seeded(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function changed(value: Value, random: (most: number) => number): Value {
  if (typeof value === 'number') return value + (random(2) === 0 ? 1 : -1) * (1 + random(3));
  if (value === null || value === '') return 'x';
  const place = random(value.length);
  return `${value.slice(0, place)}${value[place] === 'A' ? 'B' : 'A'}${value.slice(place + 1)}`;
}

const rowsOf = async (db: Database, table: string) =>
  (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows;

async function set(db: Database, table: keyof typeof tables, row: Row, [column, value]: [string, Value]) {
  const key = tables[table].map((name) => sql`${sql.ref(name)} = ${row[name]}`);
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${sql.join(key, sql` and `)}`.execute(
    db,
  );
}

const denied = { type: 'denied', actor: 'customer', happenedAt: 1, detail: {} } as const;

const numeric = /^(number|anchor|event_count|refresh_count|refreshed_at|lookback_from|\w+_at)$/;

onEachDatabase('the audit', ({ migrated }) => {
  it('O20 finds each of 200 changes of a single field', { timeout: 120_000 }, async () => {
    const { db } = await migrated();
    await storeEvidence(db);
    const whole = await verifyEvidence(db);
    expect(whole).toMatchObject({ outcome: 'whole', consents: 10, anchors: 3, removed: 1 });
    const random = seeded(20_261_124);
    const unseen: string[] = [];
    const columns = new Set<string>();
    const all = await Promise.all(
      Object.keys(tables).map(async (table) => ({
        table: table as keyof typeof tables,
        rows: await rowsOf(db, table),
      })),
    );
    for (let count = 0; count < 200; count += 1) {
      const { table, rows } = all[random(10) < 5 ? 0 : random(all.length)] as (typeof all)[number];
      const row = rows[random(rows.length)] as Row;
      // Whether an anchor was written outside is no evidence.
      const names = Object.keys(row).filter((name) => name !== 'sent_at');
      const name = names[random(names.length)] as string;
      const old = row[name] ?? null;
      const taken = changed(old, random);
      // Of a key another row may have the next one.
      const isKey = name === 'number' && typeof taken === 'number';
      const value = old === null && numeric.test(name) ? 1 : isKey ? taken + 1000 : taken;
      await set(db, table, row, [name, value]);
      columns.add(`${table}.${name}`);
      if ((await verifyEvidence(db)).outcome !== 'broken') unseen.push(`${table}.${name}: ${old} → ${value}`);
      await set(db, table, { ...row, [name]: value }, [name, old]);
    }
    expect(unseen).toEqual([]);
    expect(columns.size).toBeGreaterThan(35);
    expect(await verifyEvidence(db)).toEqual(whole);
  });

  it('O20 names what was changed, added or taken away', async () => {
    const { db } = await migrated();
    for (const id of ['a', 'b', 'c']) await storeConsent(db, { id });
    await recordOnce(db, 'd', denied);
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', consents: 3, chains: 4, events: 4 });
    for (const [change, consentId, reason] of [
      [
        "update consent_events set actor = 'accord' where consent_id = 'b'",
        'b',
        'event 1 is not the one that was written',
      ],
      ["delete from consent_events where consent_id = 'b'", 'b', 'all its events are missing'],
      ["delete from consents where id = 'b'", 'b', 'the consent is missing'],
      [
        "update consent_events set mac = 'x' where consent_id = 'd'",
        'd',
        'the end of its chain is not as it was written',
      ],
      [
        `update consents set clusters = '["ACCOUNT_BASIC","CUSTOMER_PERSONAL"]' where id = 'b'`,
        'b',
        'its clusters is not what its events say',
      ],
      ["update consents set text = '{\"a\":1}' where id = 'b'", 'b', 'its words are not those that were hashed'],
      [
        "update consents set last_used_at = 5 where id = 'b'",
        'b',
        'it is not as this server wrote it last, or ACCORD_SECRET lacks its secret',
      ],
    ] as const) {
      const faults: unknown[] = [];
      await db
        .transaction()
        .execute(async (transaction) => {
          await sql.raw(change).execute(transaction);
          const verification = await verifyEvidence(transaction);
          if (verification.outcome === 'broken') faults.push(...verification.faults);
          throw new Error('taken back');
        })
        .catch(() => undefined);
      expect(faults, change).toEqual([{ consentId, reason }]);
    }
  });
});

describe('an empty database', () => {
  it('O20 is fresh where it never had a consent, and emptied where something tells of one', async () => {
    const db = await temporaryDatabase();
    expect(await verifyEvidence(db)).toEqual({ outcome: 'fresh' });
    await storeConsent(db);
    for (const table of ['consents', 'consent_events']) await sql`delete from ${sql.table(table)}`.execute(db);
    expect(await verifyEvidence(db)).toEqual({
      outcome: 'broken',
      faults: [{ reason: 'there is no consent and no event, and yet there are refresh tokens' }],
      more: 0,
    });
  });
});

it('the audit walks more events than one page holds', async () => {
  const db = await temporaryDatabase();
  for (let index = 0; index < 30; index += 1)
    await recordOnce(db, `chain-${index}`, ...Array.from({ length: 170 }, () => denied));
  expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 30, events: 5100 });
  await beginChain(db, 'chain-x', [denied]);
  expect(await verifyEvidence(db)).toMatchObject({ outcome: 'broken', faults: [{ consentId: 'chain-x' }] });
});
