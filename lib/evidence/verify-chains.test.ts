import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { givenEvent, storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { sweepOnce } from '../housekeeping/sweep-once.ts';
import { beginChain } from '../storage/consent-events.ts';
import { verifyChains } from './verify-chains.ts';

const now = storedAt;

describe('the walk over all chains', () => {
  it('C20 names the first broken link: changed, missing, or cut from the end', async () => {
    for (const [change, reason] of [
      ["update consent_events set actor = 'accord' where consent_id = 'b' and number = 1", 'event 1 is not the one'],
      ["delete from consent_events where consent_id = 'b' and number = 1", 'event 1 is missing'],
      ["delete from consent_events where consent_id = 'b' and number = 2", 'the chain ends with event 1'],
      ["delete from consent_events where consent_id = 'b'", 'all its events are missing'],
    ] as const) {
      const db = await temporaryDatabase();
      for (const id of ['a', 'b', 'c']) await storeConsent(db, { id });
      await sweepOnce(db, now);
      expect(await verifyChains(db)).toEqual({ outcome: 'whole', chains: 3, events: 6 });
      await sql.raw(change).execute(db);
      expect(await verifyChains(db)).toMatchObject({
        outcome: 'broken',
        consentId: 'b',
        reason: expect.stringContaining(reason),
      });
    }
  });

  it('walks more events than one piece holds', async () => {
    const db = await temporaryDatabase();
    for (let index = 0; index < 30; index += 1)
      await beginChain(
        db,
        `chain-${index}`,
        Array.from({ length: 70 }, () => givenEvent),
      );
    expect(await verifyChains(db)).toEqual({ outcome: 'whole', chains: 30, events: 2100 });
  });
});
