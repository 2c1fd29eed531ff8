import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { race } from '../../test/world/race.ts';
import { consent, event, now, times } from '../../test/world/records.ts';
import { beginChain, listEvents } from './consent-events.ts';
import { endConsent, findConsent, insertConsent } from './consents.ts';

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
    });
    for (const id of ['CONSENT-1', '', 'consent-1\0', '\0', 'é', 'x'.repeat(100)])
      expect(await findConsent(db, id)).toBeUndefined();
  });

  it('keeps who ended it, when and why', async () => {
    const { db } = await migrated();
    await insertConsent(db, consent);
    const end = { status: 'revoked', at: now + 5, by: 'recipient', reason: 'token-revoked' } as const;
    await endConsent(db, 'consent-1', { ...end, replacedBy: 'consent-2' });
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
      import { appendEvents } from '#lib/storage/consent-events.ts';
      import { lockConsent } from '#lib/storage/consents.ts';
      import { openDatabase } from '#lib/storage/database.ts';
      const db = openDatabase(process.env.TEST_DATABASE);
      await start();
      for (let index = 0; index < 10; index += 1)
        await db.transaction().execute(async (transaction) => {
          const locked = await lockConsent(transaction, 'consent-1');
          await appendEvents(transaction, locked.chain, ${JSON.stringify(event)});
        });
      await db.destroy();`;
    await race(4, script, { TEST_DATABASE: url });
    const events = await listEvents(db, 'consent-1');
    expect(events.map(({ number }) => number)).toEqual(times(40).map((index) => index + 1));
    const stored = await findConsent(db, 'consent-1');
    expect(stored?.chain).toEqual({ consentId: 'consent-1', count: 40, hash: events.at(-1)?.hash });
  });
});
