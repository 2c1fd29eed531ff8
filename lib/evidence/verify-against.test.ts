import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { storeEvidence } from '../../test/world/evidence.ts';
import { now } from '../../test/world/records.ts';
import { temporaryDirectory } from '../../test/world/temporary-database.ts';
import type { Database } from '../storage/database.ts';
import { readAnchorDocument } from './anchor-document.ts';
import { makeAnchor, makeAnchors } from './make-anchor.ts';
import { sendAnchors } from './send-anchors.ts';
import { findMissingSince } from './verify-against.ts';
import { verifyEvidence } from './verify-evidence.ts';

const directory = temporaryDirectory();
let count = 0;

/** Anchors as they were written outside. */
async function keptOutside(db: Database) {
  count += 1;
  const place = join(directory, String(count));
  await sendAnchors(db, `file:${place}`, now);
  return readdirSync(place).map((name) => {
    const document = readAnchorDocument(readFileSync(join(place, name), 'utf8'));
    if (!document) throw new Error(`${name} is no anchor`);
    return document;
  });
}

const idOf = (last: string) => `00000000-0000-4000-8000-0000000000${last}`;

onEachDatabase('an anchor that was kept outside', ({ migrated }) => {
  it('O20 finds nothing missing in a database that went on, removals of the audit included', async () => {
    const { db } = await migrated();
    await storeEvidence(db);
    const documents = await keptOutside(db);
    expect(documents.map(({ anchor }) => anchor.number)).toEqual([1, 2, 3]);
    for (const document of documents) expect(await findMissingSince(db, document)).toEqual([]);
    // Once is enough.
    await expect(keptOutside(db)).rejects.toThrow('ENOENT');
  });

  it('O20 finds what was taken away whole, with its consent, its codes and the anchors after it', async () => {
    const { db } = await migrated();
    await storeEvidence(db);
    const [, second] = await keptOutside(db);
    if (!second) throw new Error('there is no second anchor');
    // As of before the second anchor: what came since is gone, without a trace within.
    const later = await sql<{
      consent_id: string;
    }>`select consent_id from consent_events where anchor >= 2 or anchor is null`.execute(db);
    const ids = [...new Set(later.rows.map(({ consent_id }) => consent_id))];
    for (const [table, key] of [
      ['consents', 'id'],
      ['consent_events', 'consent_id'],
    ] as const)
      await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in (${sql.join(ids)})`.execute(db);
    await sql`delete from anchors where number >= 2`.execute(db);
    const faults = await findMissingSince(db, second);
    const time = new Date((now + 5) * 1000).toISOString();
    expect(faults).toContainEqual({ reason: `anchor 2 of ${time} is missing` });
    expect(faults).toContainEqual({
      consentId: idOf('02'),
      reason: `event 2 is missing, and anchor 2 of ${time} names`,
    });
    expect(await verifyEvidence(db, faults)).toMatchObject({ outcome: 'broken' });
  });

  it('O20 is made once an hour, by one of many, and takes in all that came since', async () => {
    const { db } = await migrated();
    await storeEvidence(db);
    await Promise.all([1, 2, 3].map(() => makeAnchors(db, now + 4000)));
    await makeAnchors(db, now + 4001);
    await makeAnchor(db, now + 7600, 3600);
    const rows = await db.selectFrom('anchors').select(['number', 'made_at']).orderBy('number').execute();
    expect(rows.slice(3)).toEqual([
      { number: 4, made_at: now + 4000 },
      { number: 5, made_at: now + 7600 },
    ]);
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', anchors: 5 });
  });
});

describe('the file of an anchor', () => {
  it.each(['', 'x', '{"anchor":"a.b.c"}', '[]', '{"anchor":1}'])('that says %s is none', (text) => {
    expect(readAnchorDocument(text)).toBeUndefined();
  });
});
