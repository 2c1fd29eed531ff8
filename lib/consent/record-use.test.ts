import { describe, expect, it } from 'vitest';
import { storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { listEvents } from '../storage/consent-events.ts';
import { findConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { recordUse } from './record-use.ts';

temporaryServer({});

const noon = storedAt - (storedAt % 86_400) - 43_200;
const minute = 60;

/** What is kept of a consent about which its bank was asked at those times. */
async function usedAt(...times: number[]) {
  const id = crypto.randomUUID();
  await storeConsent(database(), { id });
  for (const time of times) {
    const consent = await findConsent(database(), id);
    if (consent) await recordUse(database(), consent, 'maple-api', time);
  }
  const uses = (await listEvents(database(), id)).filter(({ type }) => type === 'used');
  return { askedAt: (await findConsent(database(), id))?.introspectedAt, uses: uses.length };
}

describe('the last use of a consent', () => {
  it('is the minute in which its bank was last asked for data', async () => {
    expect(await usedAt()).toEqual({ askedAt: undefined, uses: 0 });
    expect(await usedAt(noon)).toEqual({ askedAt: noon, uses: 1 });
    expect(await usedAt(noon, noon + 90 * minute)).toMatchObject({ askedAt: noon + 90 * minute });
    expect(await usedAt(noon, noon + minute - 1)).toMatchObject({ askedAt: noon });
  });

  it('is evidence once a day', async () => {
    expect(await usedAt(noon - 86_400, noon - minute, noon, noon + minute)).toMatchObject({ uses: 2 });
  });
});
