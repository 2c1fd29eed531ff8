import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { providerRegistration, registeredRecipient } from '../../test/world/registration.ts';
import { temporaryIssuer, temporaryServer } from '../../test/world/temporary-server.ts';
import { requestOf, shownAt, ticketOf } from '../../test/world/ticket.ts';
import { shownRequestOf } from '../authorization/shown-request.ts';
import type { Ticket } from '../authorization/ticket.ts';
import { allowConsent } from '../consent/allow.ts';
import { denyConsent } from '../consent/deny.ts';
import { consentPeriod, requestedTerms } from '../consent/period.ts';
import { publicKeys } from '../keys/known-keys.ts';
import { hashToken, randomToken } from '../keys/random-token.ts';
import type { AuthorizationCodeGrant } from '../oauth/token-request.ts';
import { findAuthorizationCode } from '../storage/authorization-codes.ts';
import { findConsent } from '../storage/consents.ts';
import { database } from '../storage/database.ts';
import { redeemAuthorizationCode } from './redeem.ts';
import { type TokenOutcome, tokenErrorOf } from './token-outcome.ts';

temporaryServer({
  providers: [
    providerRegistration,
    { ...providerRegistration, provider_id: '2000', resource: 'https://api.oak.example' },
  ],
});

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
  const choice = { accountIds: ['acc-1'], period, text: '{}' };
  const decision = await allowConsent(database(), shownRequestOf(ticket), choice, shownAt);
  if (decision.outcome !== 'allowed') throw new Error(decision.outcome);
  const { redirectUri } = ticket.request;
  const grant = { grantType: 'authorization_code', code: decision.code, redirectUri, codeVerifier } as const;
  return { grant, consentId: decision.consentId, ticket };
}

/** Redeems a code so many seconds after it was given. */
const redeem = (grant: AuthorizationCodeGrant, { clientId } = client, after = 0): Promise<TokenOutcome> =>
  redeemAuthorizationCode(database(), grant, { clientId }, shownAt + after);

function responseOf(redemption: TokenOutcome) {
  if (redemption.outcome !== 'issued') throw new Error(redemption.reason);
  return redemption.response;
}

async function claimsOf(redemption: TokenOutcome) {
  const { payload } = await jwtVerify(
    responseOf(redemption).access_token,
    createLocalJWKSet(await publicKeys(database(), shownAt)),
    {
      typ: 'at+jwt',
      issuer: temporaryIssuer,
      currentDate: new Date(shownAt * 1000),
    },
  );
  return payload;
}

describe('a code', () => {
  it('T8 is exchanged for a token, with its scope and the consent as grant_id', async () => {
    const { grant, consentId } = await give();
    const redemption = await redeem(grant);
    expect(responseOf(redemption)).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'ACCOUNT_BASIC TRANSACTIONS',
      grant_id: consentId,
      consent_expires_at: shownAt + 365 * 86_400,
      refresh_token: expect.any(String),
    });
    expect(redemption).toMatchObject({ correlationId: 'journey-1' });
  });

  it('is no use of the data: the bank has not been asked for any', async () => {
    const { grant, consentId } = await give();
    await redeem(grant);
    expect(await findConsent(database(), consentId)).toMatchObject({ status: 'active', lastUsedAt: undefined });
  });

  it('T9 gives a token that the published keys verify, for the consent and this client alone', async () => {
    const { grant, consentId } = await give();
    expect(await claimsOf(await redeem(grant))).toMatchObject({
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
    expect(await claimsOf(await redeem(grant))).toMatchObject({
      aud: 'https://api.oak.example',
    });
  });

  it('T9 gives tokens of one subject, which is another for another recipient and never the customer’s own', async () => {
    const subjectOf = async (clientId: string) => {
      const { grant } = await give({ clientId });
      return (await claimsOf(await redeem(grant, registeredRecipient({ client_id: clientId })))).sub;
    };
    const subject = await subjectOf('ledger');
    expect(await subjectOf('ledger')).toBe(subject);
    expect(await subjectOf('cashflow')).not.toBe(subject);
    expect(subject).not.toContain('camille');
  });

  it('T9 of a consent for once gives a token that ends with the consent', async () => {
    const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
    const { grant, consentId } = await give({}, once);
    const redemption = await redeem(grant, once, 59);
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
    expect(responseOf(await redeem(grant))).toMatchObject({ expires_in: 100 });
  });

  it('K5 is exchanged without a word of the challenge or the verifier', async () => {
    const { grant } = await give();
    const answer = JSON.stringify(await redeem(grant));
    expect(answer).not.toContain(codeVerifier);
    expect(answer).not.toContain(requestOf().codeChallenge);
  });

  it('K1 can be exchanged for 60 seconds', async () => {
    const { grant } = await give();
    expect(await redeem(grant, client, 59)).toMatchObject({ outcome: 'issued' });
  });

  it('K3 sent twenty times at once gives one token', async () => {
    const { grant } = await give();
    const all = await Promise.all(Array.from({ length: 20 }, () => redeem(grant)));
    expect(all.filter(({ outcome }) => outcome === 'issued')).toHaveLength(1);
    expect(all.filter(({ outcome }) => outcome === 'refused')).toHaveLength(19);
  });
});

describe('an attempt that does not fit', () => {
  const other = registeredRecipient({ client_id: 'cashflow' });
  const wrongVerifier = codeVerifier.replace('d', 'e');
  const wrong: [string, (grant: AuthorizationCodeGrant) => Promise<TokenOutcome>][] = [
    ['an unknown code', (grant) => redeem({ ...grant, code: randomToken() })],
    ['the wrong client', (grant) => redeem(grant, other)],
    [
      'another redirect URI of the client',
      (grant) => redeem({ ...grant, redirectUri: 'https://ledger.example/other' }),
    ],
    ['a wrong verifier', (grant) => redeem({ ...grant, codeVerifier: wrongVerifier })],
    ['no verifier', (grant) => redeem({ ...grant, codeVerifier: undefined })],
  ];
  const sameText = {
    outcome: 'refused',
    error: 'invalid_grant',
    description: 'the code is not valid for this request',
  };
  const toldOf = (outcome: TokenOutcome) => (outcome.outcome === 'refused' ? tokenErrorOf(outcome) : outcome);

  it.each(wrong)('T5 with %s is told the one text', async (_, attempt) => {
    expect(toldOf(await attempt((await give()).grant))).toEqual(sameText);
  });

  it.each(wrong)('K4 with %s leaves the code to the right client', async (_, attempt) => {
    const { grant } = await give();
    await attempt(grant);
    expect(await redeem(grant)).toMatchObject({ outcome: 'issued' });
  });

  it.each(wrong)('K4 with %s after the exchange revokes nothing', async (_, attempt) => {
    const { grant } = await give();
    await redeem(grant);
    expect(toldOf(await attempt(grant))).toEqual(sameText);
    expect(await findAuthorizationCode(database(), hashToken(grant.code))).toMatchObject({ isRevoked: false });
  });

  it('T6 with a verifier where there was no challenge is told the one text', async () => {
    const { grant } = await give({ codeChallenge: undefined });
    expect(toldOf(await redeem(grant))).toEqual(sameText);
    expect(await redeem({ ...grant, codeVerifier: undefined })).toMatchObject({
      outcome: 'issued',
    });
  });

  it('T5 after 60 seconds is told the one text', async () => {
    const { grant } = await give();
    expect(toldOf(await redeem(grant, client, 60))).toEqual(sameText);
  });

  it('K4 by the right client a second time is told the one text and revokes what was issued', async () => {
    const { grant } = await give();
    await redeem(grant);
    expect(toldOf(await redeem(grant))).toEqual(sameText);
    expect(await findAuthorizationCode(database(), hashToken(grant.code))).toMatchObject({ isRevoked: true });
  });

  it('C11 after the customer has withdrawn is told the one text', async () => {
    const { grant, ticket } = await give();
    await denyConsent(database(), shownRequestOf(ticket), shownAt);
    expect(toldOf(await redeem(grant))).toEqual(sameText);
  });
});
