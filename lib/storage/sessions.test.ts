import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now, session } from '../../test/world/records.ts';
import { deleteSession, findSession, insertSession } from './sessions.ts';

onEachDatabase('a session', ({ migrated }) => {
  it('is found as it was stored', async () => {
    const { db } = await migrated();
    await insertSession(db, session);
    expect(await findSession(db, 'session-hash', now)).toEqual(session);
  });

  it('is found in its last second and not after', async () => {
    const { db } = await migrated();
    await insertSession(db, session);
    expect(await findSession(db, 'session-hash', now + 599)).toEqual(session);
    expect(await findSession(db, 'session-hash', now + 600)).toBeUndefined();
  });

  it('is gone when it is deleted, and no other with it', async () => {
    const { db } = await migrated();
    await insertSession(db, session);
    await insertSession(db, { ...session, idHash: 'other' });
    await deleteSession(db, 'session-hash');
    expect(await findSession(db, 'session-hash', now)).toBeUndefined();
    expect(await findSession(db, 'other', now)).toBeDefined();
  });

  it('is not found under another id', async () => {
    const { db } = await migrated();
    await insertSession(db, session);
    expect(await findSession(db, 'SESSION-HASH', now)).toBeUndefined();
  });
});
