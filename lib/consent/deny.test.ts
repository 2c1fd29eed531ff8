import { describe, expect, it } from 'vitest';
import { allowed, choiceOf, answeredAt as now, takeCode } from '../../test/world/decision.ts';
import { shownRequest } from '../../test/world/shown-request.ts';
import { temporaryDatabase } from '../../test/world/temporary-database.ts';
import { requestOf, shownAt } from '../../test/world/ticket.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import { hashToken } from '../keys/random-token.ts';
import { findAuthorizationCode } from '../storage/authorization-codes.ts';
import type { Database } from '../storage/database.ts';
import { allowConsent } from './allow.ts';
import { denyConsent } from './deny.ts';

const consents = (db: Database) => db.selectFrom('consents').selectAll().execute();
const codes = (db: Database) => db.selectFrom('authorization_codes').selectAll().execute();
const events = (db: Database) => db.selectFrom('consent_events').selectAll().execute();
const decisions = (db: Database) => db.selectFrom('decisions').selectAll().execute();

describe('denying', () => {
  it('C13 stores no consent and no code', async () => {
    const db = await temporaryDatabase();
    expect(await denyConsent(db, shownRequest(), now)).toEqual({ outcome: 'denied', withdrawn: [] });
    expect(await consents(db)).toEqual([]);
    expect(await codes(db)).toEqual([]);
  });

  it('C11 makes allowing the same page impossible', async () => {
    const db = await temporaryDatabase();
    await denyConsent(db, shownRequest(), now);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now)).toEqual({ outcome: 'already-answered' });
    expect(await consents(db)).toEqual([]);
  });

  it('C11 can be repeated', async () => {
    const db = await temporaryDatabase();
    await denyConsent(db, shownRequest(), now);
    expect(await denyConsent(db, shownRequest(), now + 5)).toEqual({ outcome: 'denied', withdrawn: [] });
  });

  it('C11 after allowing withdraws the consent and kills its code', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    expect(await denyConsent(db, shownRequest(), now + 5)).toEqual({ outcome: 'denied', withdrawn: [consentId] });
    expect(await consents(db)).toMatchObject([{ status: 'revoked', ended_at: now + 5 }]);
    expect(await decisions(db)).toMatchObject([{ outcome: 'denied', decided_at: now + 5 }]);
    expect(await takeCode(db, code, now + 6)).toBe(false);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now + 7)).toEqual({ outcome: 'already-answered' });
  });

  it('C11 after the code was redeemed withdraws the consent, and what was issued with it', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    await takeCode(db, code, now + 1);
    expect(await denyConsent(db, shownRequest(), now + 5)).toEqual({ outcome: 'denied', withdrawn: [consentId] });
    expect(await findAuthorizationCode(db, hashToken(code))).toMatchObject({
      isRevoked: true,
      consent: { status: 'revoked' },
    });
  });

  it('C11 on a newer page of the same request and session withdraws too', async () => {
    const db = await temporaryDatabase();
    const { code, consentId } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    const request = requestOf({ language: 'en', correlationId: 'made-again' });
    const newer = shownRequest({ id: 'of the newer page', issuedAt: now + 3, wordsHash: 'other words', request });
    expect(await denyConsent(db, newer, now + 5)).toEqual({ outcome: 'denied', withdrawn: [consentId] });
    expect(await takeCode(db, code, now + 6)).toBe(false);
    expect(await allowConsent(db, shownRequest(), choiceOf(), now + 7)).toEqual({ outcome: 'already-answered' });
  });

  it.each([
    ['of another session', { sessionHash: 'hash-of-session-2' }],
    ['of another recipient', { request: requestOf({ clientId: 'cashflow' }) }],
    ['with another state', { request: requestOf({ state: 'another' }) }],
    ['for other data', { request: requestOf({ scope: ['ACCOUNT_BASIC'] }) }],
    ['at another provider', { request: requestOf({ providerId: '2000' }) }],
  ])('C11 a page %s withdraws nothing', async (_, change) => {
    const db = await temporaryDatabase();
    const { code } = allowed(await allowConsent(db, shownRequest(), choiceOf(), now));
    expect(await denyConsent(db, shownRequest({ id: 'of another page', ...change }), now + 5)).toEqual({
      outcome: 'denied',
      withdrawn: [],
    });
    expect(await consents(db)).toMatchObject([{ status: 'active', ended_at: null }]);
    expect(await takeCode(db, code, now + 6)).toBe(true);
  });

  it('C11 at the same moment as allowing leaves no code that works', async () => {
    const db = await temporaryDatabase();
    const [allow] = await Promise.all([
      allowConsent(db, shownRequest(), choiceOf(), now),
      denyConsent(db, shownRequest(), now),
      allowConsent(db, shownRequest(), choiceOf(), now),
    ]);
    expect((await consents(db)).filter(({ status }) => status === 'active')).toEqual([]);
    if (allow.outcome === 'allowed') expect(await takeCode(db, allow.code, now)).toBe(false);
  });

  it('O15 again and again leaves one record of a customer, of what was asked and of the day', async () => {
    const db = await temporaryDatabase();
    for (let index = 0; index < 20; index += 1) {
      const request = requestOf({ state: `state-${index}`, correlationId: `journey-${index}`, language: 'en' });
      const page = { id: `page-${index}`, sessionHash: `session-${index}`, request };
      await denyConsent(db, shownRequest(page), now + index);
    }
    expect(await events(db)).toMatchObject([{ number: 1, type: 'denied', actor: 'customer', happened_at: now }]);
    expect(await decisions(db), 'and every page is spent').toHaveLength(20);
  });

  it.each([
    ['another customer', { sub: 'noah' }, 0],
    ['another recipient', { request: requestOf({ clientId: 'cashflow' }) }, 0],
    ['other data', { request: requestOf({ scope: ['ACCOUNT_BASIC'] }) }, 0],
    ['other details', { request: requestOf({ authorizationDetails: '[{"type":"fdx_v1.0"}]' }) }, 0],
    ['another provider', { request: requestOf({ providerId: '2000' }) }, 0],
    ['another day', {}, 86_400],
  ])('C20 leaves a record of its own for %s', async (_, change, later) => {
    const db = await temporaryDatabase();
    await denyConsent(db, shownRequest(), now);
    await denyConsent(db, shownRequest({ id: 'of another page', ...change }), now + later);
    expect(await events(db)).toHaveLength(2);
    expect(await verifyEvidence(db)).toMatchObject({ outcome: 'whole', chains: 2, events: 2 });
  });

  it('C20 is recorded with what was shown, when and in which words', async () => {
    const db = await temporaryDatabase();
    await denyConsent(db, shownRequest(), now);
    const [{ detail = '' } = {}] = await events(db);
    expect(JSON.parse(detail)).toMatchObject({
      shownAt,
      clientId: 'ledger',
      providerId: '1000',
      sub: 'camille',
      clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
      language: 'fr',
      textHash: 'hash-of-words',
      withdrawn: [],
    });
  });

  it('O15 at the same moment on many pages leaves one record too', async () => {
    const db = await temporaryDatabase();
    const pages = Array.from({ length: 10 }, (_, index) => shownRequest({ id: `page-${index}` }));
    await Promise.all(pages.map((page) => denyConsent(db, page, now)));
    expect(await events(db)).toHaveLength(1);
  });

  it('leaves the consent as it was when the code cannot be killed', async () => {
    const db = await temporaryDatabase();
    await allowConsent(db, shownRequest(), choiceOf(), now);
    await db.schema.dropTable('authorization_codes').execute();
    await expect(denyConsent(db, shownRequest(), now + 5)).rejects.toThrow();
    expect(await consents(db)).toMatchObject([{ status: 'active', ended_at: null }]);
    expect(await decisions(db)).toMatchObject([{ outcome: 'allowed' }]);
  });
});
