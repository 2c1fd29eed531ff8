import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { race } from '../../test/world/race.ts';
import { consent, event, now, times } from '../../test/world/records.ts';
import { changeConsent, ended } from './consent-changes.ts';
import { beginChain, listEvents } from './consent-events.ts';
import { findConsent, insertConsent, lockConsent, type StoredConsent } from './consents.ts';

onEachDatabase('a consent', ({ migrated }) => {
  it('is found as it was stored, active and with the head of its chain', async () => {
    const { db } = await migrated();
    const chain = await beginChain(db, 'consent-1', [event]);
    await insertConsent(db, consent, chain);
    expect(await findConsent(db, 'consent-1')).toEqual({
      ...consent,
      status: 'active',
      refreshCount: 0,
      chain: { consentId: 'consent-1', count: 1, hash: expect.any(String) },
      row: expect.any(Object),
    });
    for (const id of ['CONSENT-1', '', 'consent-1\0', '\0', 'é', 'x'.repeat(100)])
      expect(await findConsent(db, id)).toBeUndefined();
  });

  it('keeps who ended it, when and why', async () => {
    const { db } = await migrated();
    await insertConsent(db, consent);
    const end = { status: 'revoked', at: now + 5, by: 'recipient', reason: 'token-revoked' } as const;
    const locked = (await lockConsent(db, 'consent-1')) as StoredConsent;
    await changeConsent(db, locked, ended({ ...end, replacedBy: 'consent-2' }));
    expect(await findConsent(db, 'consent-1')).toMatchObject({
      status: 'revoked',
      endedAt: now + 5,
      endedBy: 'recipient',
      endReason: 'token-revoked',
      replacedBy: 'consent-2',
    });
  });

  it('is one writer’s at a time, over four processes', async () => {
    const { db, url } = await migrated();
    await insertConsent(db, consent);
    const script = `
      import { changeConsent } from '#lib/storage/consent-changes.ts';
      import { lockConsent, type StoredConsent } from '#lib/storage/consents.ts';
      import { openDatabase } from '#lib/storage/database.ts';
      const db = openDatabase(process.env.TEST_DATABASE);
      await start();
      for (let index = 0; index < 10; index += 1)
        await db.transaction().execute(async (transaction) => {
          const locked = await lockConsent(transaction, 'consent-1');
          await changeConsent(transaction, locked, {}, ${JSON.stringify(event)});
        });
      await db.destroy();`;
    await race(4, script, { TEST_DATABASE: url });
    const events = await listEvents(db, 'consent-1');
    expect(events.map(({ number }) => number)).toEqual(times(40).map((index) => index + 1));
    const stored = await findConsent(db, 'consent-1');
    expect(stored?.chain).toEqual({ consentId: 'consent-1', count: 40, hash: events.at(-1)?.hash });
  });
});
