import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { race } from '../../test/world/race.ts';
import { consent, event, now, session, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { hashDisclosure } from '../disclosure/hash-disclosure.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import { beginChain } from './consent-events.ts';
import { findConsent } from './consents.ts';
import { migrate } from './database.ts';
import { migrations } from './migrations.ts';
import { findSession, insertSession } from './sessions.ts';

onEachDatabase('migrations', ({ migrated, newUrl }) => {
  it('can be applied twice, and keep what is stored', async () => {
    const { db } = await migrated();
    await insertSession(db, session);
    await migrate(db);
    expect(await findSession(db, 'session-hash', now)).toEqual(session);
  });

  it('count the refreshes of an older version, which wrote an event for each', async () => {
    const db = connect(await newUrl());
    const provider = { getMigrations: async () => migrations };
    await new Migrator({ db, provider }).migrateTo('005-journey-of-a-session');
    await sql`insert into consents (id, client_id, provider_id, sub, correlation_id, clusters, account_ids, duration_type,
      language, text_version, text_hash, text, request_hash, status, created_at, expires_at)
      values (${consent.id}, 'ledger', '1000', 'camille', 'journey-1', '[]', '[]', 'TIME_BOUND', 'fr', '1', '', '{}', '',
      'active', 1, 2)`.execute(db);
    const refreshed = { ...event, type: 'token-refreshed', actor: 'recipient' } as const;
    await beginChain(db, consent.id, [event, refreshed, refreshed]);
    await migrate(db);
    expect(await findConsent(db, consent.id)).toMatchObject({ refreshCount: 2, refreshedAt: undefined });
  });

  it('O20 take what an older version wrote as it is stored, and every change after that shows', async () => {
    const db = connect(await newUrl());
    const provider = { getMigrations: async () => migrations };
    await new Migrator({ db, provider }).migrateTo('006-count-of-refreshes');
    const terms = { accountIds: [], expiresAt: 2 };
    const allowed = { type: 'allowed', actor: 'customer', happenedAt: 1, detail: terms } as const;
    const head = await beginChain(db, consent.id, [{ ...event, type: 'shown', detail: {} }, allowed]);
    await beginChain(db, 'refused', [
      { ...event, type: 'shown', detail: {} },
      { ...event, type: 'denied' },
    ]);
    await sql`insert into consents (id, client_id, provider_id, sub, correlation_id, clusters, account_ids, duration_type,
      language, text_version, text_hash, text, request_hash, status, created_at, expires_at, event_count, event_head)
      values (${consent.id}, 'ledger', '1000', 'camille', 'journey-1', '[]', '[]', 'TIME_BOUND', 'fr', '1',
      ${hashDisclosure('{}')}, '{}', '', 'active', 1, 2, 2, ${head.hash})`.execute(db);
    await migrate(db);
    expect(await findConsent(db, consent.id)).toMatchObject({ sub: 'camille' });
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', consents: 1, chains: 2 });
    await sql`update consents set sub = 'noah'`.execute(db);
    expect(await findConsent(db, consent.id)).toBeUndefined();
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'broken', faults: [{ consentId: consent.id }] });
  });

  it('can be applied by four processes that start together on one new database, time after time', {
    timeout: 60_000,
  }, async () => {
    const script = `
      import { migrate, openDatabase } from '#lib/storage/database.ts';
      import { getOrCreateSetting } from '#lib/storage/settings.ts';
      for (const url of ${JSON.stringify(await Promise.all(times(20).map(newUrl)))}) {
        await start();
        const db = openDatabase(url);
        await migrate(db);
        console.log(await getOrCreateSetting(db, 'first', String(process.pid)));
        await db.destroy();
      }`;
    const [winners, ...others] = await race(4, script);
    expect(winners).toHaveLength(20);
    for (const other of others) expect(other).toEqual(winners);
  });
});
