import { describe, expect, it } from 'vitest';
import { consent } from '../../test/world/records.ts';
import { providerRegistration, recipientRegistration, registeredProvider } from '../../test/world/registration.ts';
import { storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { type Caller, findCaller } from '../clients/caller.ts';
import { hashToken } from '../keys/random-token.ts';
import { findConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { insertRefreshToken } from '../storage/refresh-tokens.ts';
import { introspectToken } from './introspect.ts';
import { issueAccessToken } from './issue-access-token.ts';

const apiClient = { client_id: 'maple-api', client_secret_sha256: '0'.repeat(64), scope: ['introspection'] };
temporaryServer({
  providers: [{ ...providerRegistration, api_clients: [apiClient] }],
  recipients: [recipientRegistration, { ...recipientRegistration, client_id: 'suspended', status: 'suspended' }],
});
const now = storedAt - 3600;

/** What a caller is told of a new access and refresh token of a recipient. */
async function told(clientId: string, caller = findCaller('maple-api')) {
  const id = crypto.randomUUID();
  await storeConsent(database(), { id, clientId });
  const stored = await findConsent(database(), id);
  if (!stored || !caller) throw new Error('no consent or no caller');
  const { accessToken } = await issueAccessToken(database(), stored, { senderKey: undefined }, now);
  const refreshToken = `refresh token of ${id}`;
  await insertRefreshToken(database(), { tokenHash: hashToken(refreshToken), consentId: id, createdAt: now });
  return {
    access: await introspectToken(database(), accessToken, caller, now),
    refresh: await introspectToken(database(), refreshToken, caller, now),
  };
}

const inactive = { active: false };

describe('a token', () => {
  it('O4 is active for the resource server of its provider, a refresh token for its own client alone', async () => {
    expect(await told('ledger')).toMatchObject({ access: { active: true, client_id: 'ledger' }, refresh: inactive });
    expect(await told('ledger', findCaller('ledger'))).toMatchObject({
      access: { active: true },
      refresh: { active: true, client_id: 'ledger' },
    });
  });

  it('O4 names the customer as the bank does for the bank alone', async () => {
    const [bank, recipient] = [await told('ledger'), await told('ledger', findCaller('ledger'))];
    expect(bank.access).toMatchObject({ active: true, provider_sub: consent.sub });
    for (const answer of [recipient.access, recipient.refresh]) {
      expect(answer).toMatchObject({ active: true });
      expect(answer).not.toHaveProperty('provider_sub');
      expect(Object.values(answer)).not.toContain(consent.sub);
    }
  });

  it('O4 is inactive for another recipient and another provider', async () => {
    const [own, api] = [findCaller('suspended'), findCaller('maple-api')];
    expect(await told('ledger', own)).toEqual({ access: inactive, refresh: inactive });
    const elsewhere = { ...api, provider: registeredProvider({ provider_id: '2000' }) } as Caller;
    expect(await told('ledger', elsewhere)).toEqual({ access: inactive, refresh: inactive });
  });

  it('O16 of a recipient that is suspended or removed is inactive', async () => {
    expect((await told('suspended')).access).toEqual(inactive);
    expect((await told('removed')).access).toEqual(inactive);
    expect((await told('suspended', findCaller('suspended'))).refresh).toEqual(inactive);
  });
});
