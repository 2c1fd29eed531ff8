import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerRegistration, registeredRecipient } from '../../test/world/registration.ts';
import { temporaryIssuer, temporaryServer } from '../../test/world/temporary-server.ts';
import { requestOf, shownAt, ticketOf } from '../../test/world/ticket.ts';
import type { Ticket } from '../authorization/ticket.ts';
import { allowConsent, denyConsent } from '../consent/decision.ts';
import { consentPeriod, requestedTerms } from '../consent/period.ts';
import { publicKeys } from '../keys/current-signing-key.ts';
import { hashToken, randomToken } from '../keys/random-token.ts';
import type { AuthorizationCodeGrant } from '../oauth/token-request.ts';
import { findAuthorizationCode } from '../storage/authorization-codes.ts';
import { database } from '../storage/database.ts';
import { redeemAuthorizationCode } from './redeem.ts';
import type { TokenOutcome } from './token-response.ts';

temporaryServer({
  providers: [
    providerRegistration,
    { ...providerRegistration, provider_id: '2000', resource: 'https://api.oak.example' },
  ],
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: shownAt * 1000 }));
afterEach(() => vi.useRealTimers());

const client = registeredRecipient();
const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

/** A code that was just given, and the grant that redeems it. */
async function give(
  change: Partial<Ticket['request']> = {},
  recipient = client,
  until = consentPeriod(requestedTerms(recipient, undefined), shownAt).until,
): Promise<{ grant: AuthorizationCodeGrant; consentId: string; ticket: Ticket }> {
  const ticket = ticketOf({ id: randomToken(), sessionHash: randomToken(), request: requestOf(change) });
  const period = { ...consentPeriod(requestedTerms(recipient, undefined), shownAt), until };
  const choice = { accountIds: ['acc-1'], period, textVersion: '1', text: '{}' };
  const decision = await allowConsent(database(), ticket, choice, shownAt);
  if (decision.outcome !== 'allowed') throw new Error(decision.outcome);
  const { redirectUri } = ticket.request;
  const grant = { grantType: 'authorization_code', code: decision.code, redirectUri, codeVerifier } as const;
  return { grant, consentId: decision.consentId, ticket };
}

const at = (seconds: number) => vi.setSystemTime((shownAt + seconds) * 1000);

function responseOf(redemption: TokenOutcome) {
  if (redemption.outcome !== 'issued') throw new Error(redemption.description);
  return redemption.response;
}

async function claimsOf(redemption: TokenOutcome) {
  const { payload } = await jwtVerify(responseOf(redemption).access_token, createLocalJWKSet(await publicKeys()), {
    typ: 'at+jwt',
    issuer: temporaryIssuer,
  });
  return payload;
}

describe('a code', () => {
  it('T8 is exchanged for a token, with its scope and the consent as grant_id', async () => {
    const { grant, consentId } = await give();
    const redemption = await redeemAuthorizationCode(grant, client);
    expect(responseOf(redemption)).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'ACCOUNT_BASIC TRANSACTIONS',
      grant_id: consentId,
      refresh_token: expect.any(String),
    });
    expect(redemption).toMatchObject({ correlationId: 'journey-1' });
  });

  it('T9 gives a token that the published keys verify, for the consent and this client alone', async () => {
    const { grant, consentId } = await give();
    expect(await claimsOf(await redeemAuthorizationCode(grant, client))).toMatchObject({
      iss: temporaryIssuer,
      aud: temporaryIssuer,
      client_id: 'ledger',
      consent_id: consentId,
      scope: 'ACCOUNT_BASIC TRANSACTIONS',
      iat: shownAt,
      exp: shownAt + 900,
    });
  });

  it('T9 gives a token for the API of the provider, when it has named one', async () => {
    const { grant } = await give({ providerId: '2000' });
    expect(await claimsOf(await redeemAuthorizationCode(grant, client))).toMatchObject({
      aud: 'https://api.oak.example',
    });
  });

  it('T9 gives tokens of one subject, which is another for another recipient and never the customer’s own', async () => {
    const subjectOf = async (clientId: string) => {
      const { grant } = await give({ clientId });
      return (await claimsOf(await redeemAuthorizationCode(grant, registeredRecipient({ client_id: clientId })))).sub;
    };
    const subject = await subjectOf('ledger');
    expect(await subjectOf('ledger')).toBe(subject);
    expect(await subjectOf('cashflow')).not.toBe(subject);
    expect(subject).not.toContain('camille');
  });

  it('T9 of a consent for once gives a token that ends with the consent', async () => {
    const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
    const { grant, consentId } = await give({}, once);
    at(59);
    const redemption = await redeemAuthorizationCode(grant, once);
    const row = await database()
      .selectFrom('consents')
      .select('expires_at')
      .where('id', '=', consentId)
      .executeTakeFirstOrThrow();
    expect((await claimsOf(redemption)).exp).toBeLessThanOrEqual(row.expires_at);
    expect(redemption).not.toHaveProperty('response.refresh_token');
  });

  it('T9 gives a token that does not outlive the consent', async () => {
    const { grant } = await give({}, client, shownAt + 100);
    expect(responseOf(await redeemAuthorizationCode(grant, client))).toMatchObject({ expires_in: 100 });
  });

  it('K5 is exchanged without a word of the challenge or the verifier', async () => {
    const { grant } = await give();
    const answer = JSON.stringify(await redeemAuthorizationCode(grant, client));
    expect(answer).not.toContain(codeVerifier);
    expect(answer).not.toContain(requestOf().codeChallenge);
  });

  it('K1 can be exchanged for 60 seconds', async () => {
    const { grant } = await give();
    at(59);
    expect(await redeemAuthorizationCode(grant, client)).toMatchObject({ outcome: 'issued' });
  });

  it('K3 sent twenty times at once gives one token', async () => {
    const { grant } = await give();
    const all = await Promise.all(Array.from({ length: 20 }, () => redeemAuthorizationCode(grant, client)));
    expect(all.filter(({ outcome }) => outcome === 'issued')).toHaveLength(1);
    expect(all.filter((redemption) => 'error' in redemption && redemption.error === 'invalid_grant')).toHaveLength(19);
  });
});

describe('an attempt that does not fit', () => {
  const other = registeredRecipient({ client_id: 'cashflow' });
  const wrongVerifier = codeVerifier.replace('d', 'e');
  const wrong: [string, (grant: AuthorizationCodeGrant) => Promise<TokenOutcome>][] = [
    ['an unknown code', (grant) => redeemAuthorizationCode({ ...grant, code: randomToken() }, client)],
    ['the wrong client', (grant) => redeemAuthorizationCode(grant, other)],
    [
      'another redirect URI of the client',
      (grant) => redeemAuthorizationCode({ ...grant, redirectUri: 'https://ledger.example/other' }, client),
    ],
    ['a wrong verifier', (grant) => redeemAuthorizationCode({ ...grant, codeVerifier: wrongVerifier }, client)],
    ['no verifier', (grant) => redeemAuthorizationCode({ ...grant, codeVerifier: undefined }, client)],
  ];
  const sameText = {
    outcome: 'refused',
    error: 'invalid_grant',
    description: 'the code is not valid for this request',
  };

  it.each(wrong)('T5 with %s is told the one text', async (_, attempt) => {
    expect(await attempt((await give()).grant)).toEqual(sameText);
  });

  it.each(wrong)('K4 with %s leaves the code to the right client', async (_, attempt) => {
    const { grant } = await give();
    await attempt(grant);
    expect(await redeemAuthorizationCode(grant, client)).toMatchObject({ outcome: 'issued' });
  });

  it.each(wrong)('K4 with %s after the exchange revokes nothing', async (_, attempt) => {
    const { grant } = await give();
    await redeemAuthorizationCode(grant, client);
    expect(await attempt(grant)).toEqual(sameText);
    expect(await findAuthorizationCode(database(), hashToken(grant.code))).toMatchObject({ isRevoked: false });
  });

  it('T6 with a verifier where there was no challenge is told the one text', async () => {
    const { grant } = await give({ codeChallenge: undefined });
    expect(await redeemAuthorizationCode(grant, client)).toEqual(sameText);
    expect(await redeemAuthorizationCode({ ...grant, codeVerifier: undefined }, client)).toMatchObject({
      outcome: 'issued',
    });
  });

  it('T5 after 60 seconds is told the one text', async () => {
    const { grant } = await give();
    at(60);
    expect(await redeemAuthorizationCode(grant, client)).toEqual(sameText);
  });

  it('K4 by the right client a second time is told the one text and revokes what was issued', async () => {
    const { grant } = await give();
    await redeemAuthorizationCode(grant, client);
    expect(await redeemAuthorizationCode(grant, client)).toEqual(sameText);
    expect(await findAuthorizationCode(database(), hashToken(grant.code))).toMatchObject({ isRevoked: true });
  });

  it('C11 after the customer has withdrawn is told the one text', async () => {
    const { grant, ticket } = await give();
    await denyConsent(database(), ticket, shownAt);
    expect(await redeemAuthorizationCode(grant, client)).toEqual(sameText);
  });
});
