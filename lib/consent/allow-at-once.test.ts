import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { allowed, answeredAt, choiceOf } from '../../test/world/decision.ts';
import { onEachDatabase } from '../../test/world/each-database.ts';
import { times } from '../../test/world/records.ts';
import { shownRequest } from '../../test/world/shown-request.ts';
import { hashDisclosure } from '../disclosure/hash-disclosure.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import { findConsent, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { allowConsent } from './allow.ts';
import { recordUse } from './record-use.ts';
import { withdrawConsent } from './withdraw.ts';

async function allow(db: Database, id: string, at = answeredAt): Promise<string> {
  const choice = choiceOf();
  const shown = shownRequest({ id, sessionHash: `session of ${id}`, wordsHash: hashDisclosure(choice.text) });
  return allowed(await allowConsent(db, shown, choice, at)).consentId;
}

/** Later than a code can be exchanged: by then a consent is settled. */
const later = (index: number) => answeredAt + index * 3600;

onEachDatabase('an Allow', ({ migrated, name }) => {
  it('ends the consent that it renews and stores the new one, in one look and one change', async () => {
    const { db } = await migrated();
    const first = await allow(db, 'first');
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const second = await allow(db, 'second', later(1));
    expect(query.mock.calls).toHaveLength(name === 'PostgreSQL' ? 2 : 0);
    query.mockRestore();
    expect(await findConsent(db, first)).toMatchObject({ status: 'revoked', replacedBy: second, endReason: 'renewed' });
    expect(await findConsent(db, second)).toMatchObject({ status: 'active' });
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 2, events: 5 });
  });

  it('of many at once of one page is recorded once, and the others are told the same', async () => {
    const { db } = await migrated();
    const ids = await Promise.all(times(16).map(() => allow(db, 'page')));
    expect(new Set(ids).size).toBe(1);
    expect(await db.selectFrom('consents').select('id').execute()).toHaveLength(1);
  });

  it('comes to its end while the consent that it renews is ended by somebody else', async () => {
    const { db } = await migrated();
    for (const round of times(5)) {
      const first = await allow(db, `first ${round}`, later(3 * round));
      const [second] = await Promise.all([
        allow(db, `second ${round}`, later(3 * round + 1)),
        withdrawConsent(db, first, { by: 'customer', reason: 'stopped' }, later(3 * round + 1)),
      ]);
      expect(await findConsent(db, first)).toMatchObject({ status: 'revoked' });
      expect(await findConsent(db, second)).toMatchObject({ status: 'active' });
    }
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 10 });
  });

  it('comes to its end while the consent that it renews is used, and loses nothing of its evidence', async () => {
    const { db } = await migrated();
    for (const round of times(5)) {
      const first = (await findConsent(db, await allow(db, `first ${round}`, later(3 * round)))) as StoredConsent;
      const at = later(3 * round + 1);
      const [, second] = await Promise.all([recordUse(db, first, 'api', at), allow(db, `second ${round}`, at)]);
      expect(await findConsent(db, first.id)).toMatchObject({ status: 'revoked', replacedBy: second });
    }
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 10 });
  });
});
