import { expect, it } from 'vitest';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { now, times } from '../../test/world/records.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { answerPushedRequest, findStoredRequest, insertPushedRequest } from './pushed-requests.ts';

onEachDatabase('a pushed request', ({ migrated }) => {
  const pushed = {
    requestUriHash: 'hash',
    clientId: 'ledger',
    parameters: 'a=b',
    createdAt: now,
    expiresAt: now + 90,
  };

  it('A14 is found, and answered by one ticket of ten at once', async () => {
    const { db, url } = await migrated();
    const other = connect(url);
    await insertPushedRequest(db, pushed);
    expect(await findStoredRequest(db, 'hash')).toEqual({ ...pushed, isAnswered: false });
    const answered = await Promise.all(
      times(10).map((index) => answerPushedRequest(index % 2 ? db : other, 'hash', `ticket-${index}`)),
    );
    expect(answered.filter(Boolean)).toHaveLength(1);
    const first = `ticket-${answered.indexOf(true)}`;
    expect(await answerPushedRequest(db, 'hash', first), 'the same ticket again').toBe(true);
    expect(await findStoredRequest(db, 'hash')).toEqual({ ...pushed, isAnswered: true });
    expect(await findStoredRequest(db, 'unknown')).toBeUndefined();
    expect(await answerPushedRequest(db, 'unknown', first)).toBe(false);
  });
});
