import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { consent } from '../../test/world/records.ts';
import { providerRegistration, registeredProvider } from '../../test/world/registration.ts';
import { storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { database } from '../storage/database.ts';
import type { Visit } from './find-customer.ts';
import { findOwnConsent, listOwnConsents } from './own-consents.ts';

const other = {
  ...providerRegistration,
  provider_id: '2000',
  name: 'Boreal Credit Union',
  'name#fr': 'Caisse boréale',
};
temporaryServer({ providers: [providerRegistration, other] });

const now = storedAt - 60;
const textVersion = '2026-11-24.2';
const recorded = new URL(`../../test/world/recorded-words/${textVersion}.json`, import.meta.url);
const words = { textVersion, text: readFileSync(recorded, 'utf8') };
const { sub, providerId } = consent;

/** The customer of that sub, who is signed in at a bank. */
const visitAt = (provider_id: string, who = sub): Visit => ({
  outcome: 'customer',
  provider: registeredProvider({ provider_id }),
  session: {
    idHash: 'hash',
    providerId: provider_id,
    sub: who,
    name: 'Camille Tremblay',
    accounts: [],
    authenticatedAt: now,
    expiresAt: now + 600,
  },
  language: 'en',
  place: `provider_id=${provider_id}&language=en`,
  path: '/consents',
});

describe('the dashboard of a customer', () => {
  beforeAll(async () => {
    await storeConsent(database(), { ...words, id: 'in-force', expiresAt: storedAt });
    await storeConsent(database(), { ...words, id: 'over', expiresAt: now - 1 });
  });

  it('shows what they share from this bank', async () => {
    expect((await findOwnConsent(database(), visitAt(providerId), 'in-force', now))?.consent.id).toBe('in-force');
    const { active, ended } = await listOwnConsents(database(), visitAt(providerId), undefined, now);
    expect([active.length, ended.length]).toEqual([1, 1]);
  });

  it('shows nothing of another bank’s customer of the same sub', async () => {
    expect(await findOwnConsent(database(), visitAt('2000'), 'in-force', now)).toBeUndefined();
    const { active, ended } = await listOwnConsents(database(), visitAt('2000'), undefined, now);
    expect([...active, ...ended]).toEqual([]);
  });

  it('shows nothing of another customer of this bank', async () => {
    expect(await findOwnConsent(database(), visitAt(providerId, 'noah'), 'in-force', now)).toBeUndefined();
    const { active, ended } = await listOwnConsents(database(), visitAt(providerId, 'noah'), undefined, now);
    expect([...active, ...ended]).toEqual([]);
  });
});
