import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newPostgresDatabase } from '../../test/world/postgres-database.ts';
import { race } from '../../test/world/race.ts';
import { registeredAccount } from '../../test/world/registration.ts';
import { temporaryDirectory } from '../../test/world/temporary-database.ts';
import type { ChainHead } from '../evidence/event-chain.ts';
import {
  findAuthorizationCode,
  insertAuthorizationCode,
  isRedeemable,
  type NewAuthorizationCode,
  revokeAuthorizationCode,
  revokeCodesOfConsents,
  takeAuthorizationCode,
} from './authorization-codes.ts';
import { appendEvents, beginChain, listEvents, listEventsAfter } from './consent-events.ts';
import {
  listActiveConsents,
  listConsentsOfRequest,
  listConsentsToRecipient,
  listEndedConsents,
} from './consent-lists.ts';
import { type Consent, endConsent, findConsent, insertConsent, lockConsent } from './consents.ts';
import { type Database, isUnavailable, migrate, openDatabase } from './database.ts';
import { findDecision, insertDecision, markDecisionDenied } from './decisions.ts';
import { FailureLimiter } from './failures.ts';
import { answerPushedRequest, findStoredRequest, insertPushedRequest } from './pushed-requests.ts';
import { findRefreshToken, insertRefreshToken, moveRefreshTokens, rotateRefreshToken } from './refresh-tokens.ts';
import { insertRevokedAccessToken, isRevokedAccessToken } from './revoked-access-tokens.ts';
import { deleteSession, findSession, insertSession, type Session } from './sessions.ts';
import { settle } from './settings.ts';
import { insertSigningKey, listSigningKeys } from './signing-keys.ts';
import { inTransaction } from './transaction.ts';
import { takeOnce } from './used-tokens.ts';

const directory = temporaryDirectory();
let files = 0;

/** Each kind of database, and the URL of a new one without tables. */
const databases = [
  {
    name: 'SQLite',
    newUrl: async () => {
      files += 1;
      return `file:${join(directory, `${files}.db`)}`;
    },
    isHere: true,
  },
  // `npm test` finds, installs or starts one; elsewhere these tests are counted as skipped.
  { name: 'PostgreSQL', newUrl: newPostgresDatabase, isHere: Boolean(process.env.TEST_DATABASE_URL) },
];

/** A connection of this test, closed with it. */
function connect(url: string): Database {
  const db = openDatabase(url);
  onTestFinished(() => db.destroy());
  return db;
}

const now = 1_773_327_600;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

const session: Session = {
  idHash: 'session-hash',
  providerId: '1000',
  sub: 'camille',
  name: 'Camille Tremblay',
  accounts: [registeredAccount(), registeredAccount({ accountId: 'acc-2', nickname: 'Économies « été »' })],
  authenticatedAt: now,
  expiresAt: now + 600,
};

const consent: Consent = {
  id: 'consent-1',
  clientId: 'ledger',
  providerId: '1000',
  sub: 'camille',
  correlationId: 'journey-1',
  clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
  accountIds: ['acc-1'],
  durationType: 'TIME_BOUND',
  lookbackFrom: undefined,
  language: 'fr',
  textVersion: '2026-01-01',
  textHash: 'text-hash',
  text: '{}',
  requestHash: 'request-1',
  createdAt: now,
  expiresAt: now + 86_400,
};

const code: NewAuthorizationCode = {
  codeHash: 'code-hash',
  consentId: 'consent-1',
  clientId: 'ledger',
  redirectUri: 'https://ledger.example/callback',
  codeChallenge: undefined,
  createdAt: now,
  expiresAt: now + 60,
};

const event = { type: 'used', actor: 'provider', happenedAt: now, detail: { by: 'été' } } as const;

const taking = { codeHash: 'code-hash', now: now + 1, accessTokenId: 'token-1', accessTokenExpiresAt: now + 901 };

for (const { name, newUrl, isHere } of databases)
  describe.skipIf(!isHere)(name, () => {
    async function migrated(): Promise<{ db: Database; url: string }> {
      const url = await newUrl();
      const db = connect(url);
      await migrate(db);
      return { db, url };
    }

    async function withCode(change: Partial<NewAuthorizationCode> = {}) {
      const opened = await migrated();
      await insertConsent(opened.db, consent);
      await insertAuthorizationCode(opened.db, { ...code, ...change });
      return opened;
    }

    describe('migrations', () => {
      it('can be applied twice, and keep what is stored', async () => {
        const { db } = await migrated();
        await insertSession(db, session);
        await migrate(db);
        expect(await findSession(db, 'session-hash', now)).toEqual(session);
      });

      it('can be applied by four processes that start together on one new database, time after time', async () => {
        const script = `
        import { migrate, openDatabase } from '#lib/storage/database.ts';
        import { settle } from '#lib/storage/settings.ts';
        for (const url of ${JSON.stringify(await Promise.all(times(20).map(newUrl)))}) {
          await start();
          const db = openDatabase(url);
          await migrate(db);
          console.log(await settle(db, 'first', String(process.pid)));
          await db.destroy();
        }`;
        const [winners, ...others] = await race(4, script);
        expect(winners).toHaveLength(20);
        for (const other of others) expect(other).toEqual(winners);
      });
    });

    describe('a session', () => {
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

    describe('a decision', () => {
      const decision = { ticket_hash: 'ticket', outcome: 'allowed', consent_id: 'consent-1', decided_at: now } as const;

      it('is the first one on its ticket, whatever comes later', async () => {
        const { db } = await migrated();
        expect(await insertDecision(db, decision)).toBe(true);
        expect(await insertDecision(db, { ...decision, outcome: 'denied', consent_id: null })).toBe(false);
        expect(await findDecision(db, 'ticket')).toEqual(decision);
      });

      it('can be turned into a denial', async () => {
        const { db } = await migrated();
        await insertDecision(db, decision);
        await markDecisionDenied(db, 'ticket', now + 5);
        expect(await findDecision(db, 'ticket')).toMatchObject({ outcome: 'denied', decided_at: now + 5 });
      });

      it('is one when two connections decide at once', async () => {
        const { db, url } = await migrated();
        const other = connect(url);
        const first = await Promise.all(times(10).map((index) => insertDecision(index % 2 ? db : other, decision)));
        expect(first.filter(Boolean)).toHaveLength(1);
      });
    });

    describe('a consent', () => {
      it('is found as it was stored, active and with the head of its chain', async () => {
        const { db } = await migrated();
        const chain = await beginChain(db, 'consent-1', [event]);
        await insertConsent(db, consent, chain);
        expect(await findConsent(db, 'consent-1')).toEqual({
          ...consent,
          status: 'active',
          chain: { consentId: 'consent-1', count: 1, hash: expect.any(String) },
        });
        for (const id of ['CONSENT-1', '', 'consent-1\0', '\0', 'é', 'x'.repeat(100)])
          expect(await findConsent(db, id)).toBeUndefined();
      });

      it('C11 is listed with its request while it is active, and no other with it', async () => {
        const { db } = await migrated();
        await insertConsent(db, { ...consent, id: 'consent-2' });
        await insertConsent(db, consent);
        await insertConsent(db, { ...consent, id: 'consent-3', requestHash: 'request-2' });
        expect(await listConsentsOfRequest(db, 'request-1')).toEqual(['consent-1', 'consent-2']);
        await endConsent(db, 'consent-1', { status: 'revoked', at: now + 5, by: 'customer', reason: 'stopped' });
        expect(await listConsentsOfRequest(db, 'request-1')).toEqual(['consent-2']);
      });

      it('keeps who ended it, when and why', async () => {
        const { db } = await migrated();
        await insertConsent(db, consent);
        const end = { status: 'revoked', at: now + 5, by: 'recipient', reason: 'token-revoked' } as const;
        await endConsent(db, 'consent-1', { ...end, replacedBy: 'consent-2' });
        expect(await findConsent(db, 'consent-1')).toMatchObject({
          status: 'revoked',
          endedAt: now + 5,
          endedBy: 'recipient',
          endReason: 'token-revoked',
          replacedBy: 'consent-2',
        });
      });

      const ids = (listed: { id: string }[]) => listed.map(({ id }) => id);

      it('is listed for its customer at its provider alone, what is in force apart from what has ended', async () => {
        const { db } = await migrated();
        for (const index of times(4)) await insertConsent(db, { ...consent, id: `c-${index}`, createdAt: now + index });
        await insertConsent(db, { ...consent, id: 'over', expiresAt: now + 10 });
        await insertConsent(db, { ...consent, id: 'of-another', sub: 'noah' });
        await insertConsent(db, { ...consent, id: 'elsewhere', providerId: '2000' });
        await endConsent(db, 'c-2', { status: 'revoked', at: now + 5, by: 'customer', reason: 'stopped' });
        expect(ids(await listActiveConsents(db, consent, now + 10))).toEqual(['c-3', 'c-1', 'c-0']);
        expect(ids(await listEndedConsents(db, consent, { now: now + 10, limit: 9 }))).toEqual(['c-2', 'over']);
      });

      it('is listed page by page when it has ended, also when many ended at one moment', async () => {
        const { db } = await migrated();
        for (const index of times(5)) await insertConsent(db, { ...consent, id: `c-${index}`, expiresAt: now });
        const first = await listEndedConsents(db, consent, { now, limit: 3 });
        const rest = await listEndedConsents(db, consent, { now, limit: 3, after: first.at(-1) });
        expect([ids(first), ids(rest)]).toEqual([
          ['c-0', 'c-1', 'c-2'],
          ['c-3', 'c-4'],
        ]);
      });

      it('is listed for its recipient when it is lasting and in force', async () => {
        const { db } = await migrated();
        await insertConsent(db, consent);
        await insertConsent(db, { ...consent, id: 'once', durationType: 'ONE_TIME' });
        await insertConsent(db, { ...consent, id: 'over', expiresAt: now });
        await insertConsent(db, { ...consent, id: 'of-another', clientId: 'cashflow' });
        expect(ids(await listConsentsToRecipient(db, consent, now))).toEqual(['consent-1']);
      });

      it('is one writer’s at a time, over four processes', async () => {
        const { db, url } = await migrated();
        await insertConsent(db, consent);
        const script = `
        import { appendEvents } from '#lib/storage/consent-events.ts';
        import { lockConsent } from '#lib/storage/consents.ts';
        import { openDatabase } from '#lib/storage/database.ts';
        const db = openDatabase(process.env.TEST_DATABASE);
        await start();
        for (let index = 0; index < 10; index += 1)
          await db.transaction().execute(async (transaction) => {
            const locked = await lockConsent(transaction, 'consent-1');
            await appendEvents(transaction, locked.chain, ${JSON.stringify(event)});
          });
        await db.destroy();`;
        await race(4, script, { TEST_DATABASE: url });
        const events = await listEvents(db, 'consent-1');
        expect(events.map(({ number }) => number)).toEqual(times(40).map((index) => index + 1));
        const stored = await findConsent(db, 'consent-1');
        expect(stored?.chain).toEqual({ consentId: 'consent-1', count: 40, hash: events.at(-1)?.hash });
      });
    });

    describe('a transaction', () => {
      it('that stands in another’s way is undone and done again, once', async () => {
        const { db } = await migrated();
        for (const id of ['first', 'second']) await insertConsent(db, { ...consent, id });
        let runs = 0;
        const crossing = (ids: string[], wait: Promise<void>, go: () => void) =>
          inTransaction(db, async (transaction) => {
            runs += 1;
            const chains: ChainHead[] = [];
            for (const [index, id] of ids.entries()) {
              const locked = await lockConsent(transaction, id);
              if (locked) chains.push(locked.chain);
              go();
              // Each has its first consent before either asks for its second.
              if (index === 0 && name === 'PostgreSQL') await wait;
            }
            for (const chain of chains) await appendEvents(transaction, chain, event);
          });
        const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
        await Promise.all([
          crossing(['first', 'second'], other.promise, one.resolve),
          crossing(['second', 'first'], one.promise, other.resolve),
        ]);
        // SQLite lets one writer in at a time: there nothing crosses.
        expect(runs).toBe(name === 'PostgreSQL' ? 3 : 2);
        for (const id of ['first', 'second']) expect(await listEvents(db, id)).toHaveLength(2);
      });

      it('that fails for another reason is not done again', async () => {
        const { db } = await migrated();
        let runs = 0;
        const failing = inTransaction(db, async (transaction) => {
          runs += 1;
          await insertConsent(transaction, consent);
          await insertConsent(transaction, consent);
        });
        await expect(failing).rejects.toThrow();
        expect(runs).toBe(1);
        expect(await findConsent(db, 'consent-1')).toBeUndefined();
      });
    });

    describe('a chain of events', () => {
      it('is read as it was written', async () => {
        const { db } = await migrated();
        await beginChain(db, 'consent-1', [event, { ...event, type: 'denied', actor: 'customer' }]);
        expect(await listEvents(db, 'consent-1')).toMatchObject([
          {
            consentId: 'consent-1',
            number: 1,
            type: 'used',
            actor: 'provider',
            happenedAt: now,
            detail: { by: 'été' },
          },
          { number: 2, type: 'denied', actor: 'customer' },
        ]);
      });

      it('is read in pieces, chain after chain', async () => {
        const { db } = await migrated();
        for (const id of ['b', 'a', 'c']) await beginChain(db, id, [event, event, event]);
        const read: string[] = [];
        let place = { consentId: '', number: 0 };
        for (;;) {
          const piece = await listEventsAfter(db, place, 2);
          read.push(...piece.map(({ consentId, number }) => `${consentId}${number}`));
          const last = piece.at(-1);
          if (!last) break;
          place = last;
        }
        expect(read).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3']);
      });
    });

    describe('a refresh token', () => {
      const token = { tokenHash: 'refresh-hash', consentId: 'consent-1', createdAt: now };
      const rotation = { tokenHash: 'refresh-hash', successorHash: 'next-hash', consentId: 'consent-1', now: now + 9 };

      it('is found until and after it is rotated, with its successor', async () => {
        const { db } = await migrated();
        await insertRefreshToken(db, token);
        expect(await findRefreshToken(db, 'refresh-hash')).toEqual({
          tokenHash: 'refresh-hash',
          consentId: 'consent-1',
        });
        expect(await rotateRefreshToken(db, rotation)).toBe(true);
        expect(await findRefreshToken(db, 'refresh-hash')).toMatchObject({
          rotatedAt: now + 9,
          successorHash: 'next-hash',
        });
        expect(await findRefreshToken(db, 'next-hash')).toEqual({ tokenHash: 'next-hash', consentId: 'consent-1' });
      });

      it('T11 is rotated once', async () => {
        const { db } = await migrated();
        await insertRefreshToken(db, token);
        await rotateRefreshToken(db, rotation);
        expect(await rotateRefreshToken(db, { ...rotation, successorHash: 'other-hash' })).toBe(false);
        expect(await findRefreshToken(db, 'other-hash')).toBeUndefined();
      });

      it('goes on for the consent in whose favour its own has ended', async () => {
        const { db } = await migrated();
        await insertRefreshToken(db, token);
        await moveRefreshTokens(db, 'consent-1', 'consent-2');
        expect(await findRefreshToken(db, 'refresh-hash')).toMatchObject({ consentId: 'consent-2' });
      });
    });

    describe('a revoked access token', () => {
      it('is known, and revoked once', async () => {
        const { db } = await migrated();
        expect(await isRevokedAccessToken(db, 'token-1')).toBe(false);
        expect(await insertRevokedAccessToken(db, 'token-1', now)).toBe(true);
        expect(await insertRevokedAccessToken(db, 'token-1', now)).toBe(false);
        expect(await isRevokedAccessToken(db, 'token-1')).toBe(true);
      });
    });

    describe('an authorization code', () => {
      it('is found with what it was bound to and its consent', async () => {
        const { db } = await withCode({ codeChallenge: 'challenge', dpopJkt: 'thumbprint' });
        expect(await findAuthorizationCode(db, 'code-hash')).toEqual({
          clientId: 'ledger',
          redirectUri: 'https://ledger.example/callback',
          codeChallenge: 'challenge',
          dpopJkt: 'thumbprint',
          expiresAt: now + 60,
          isConsumed: false,
          isRevoked: false,
          consent: {
            id: 'consent-1',
            clientId: 'ledger',
            accountIds: ['acc-1'],
            durationType: 'TIME_BOUND',
            providerId: '1000',
            sub: 'camille',
            correlationId: 'journey-1',
            clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
            isActive: true,
            createdAt: now,
            expiresAt: now + 86_400,
            lookbackFrom: undefined,
            askedScope: undefined,
            authorizationDetails: undefined,
          },
        });
      });

      it('is not found under another hash', async () => {
        const { db } = await withCode();
        expect(await findAuthorizationCode(db, 'CODE-HASH')).toBeUndefined();
      });

      it('K3 is taken once', async () => {
        const { db } = await withCode();
        expect(await takeAuthorizationCode(db, taking)).toBe(true);
        expect(await takeAuthorizationCode(db, { ...taking, accessTokenId: 'token-2' })).toBe(false);
        const [row] = await db.selectFrom('authorization_codes').selectAll().execute();
        expect(row).toMatchObject({
          consumed_at: now + 1,
          access_token_id: 'token-1',
          access_token_expires_at: now + 901,
        });
      });

      it('K1 is not taken after 60 seconds', async () => {
        const { db } = await withCode();
        expect(await takeAuthorizationCode(db, { ...taking, now: now + 60 })).toBe(false);
        expect(await takeAuthorizationCode(db, { ...taking, now: now + 59 })).toBe(true);
      });

      it('K4 is not taken when it is revoked, alone or with its consent', async () => {
        const { db } = await withCode();
        await insertAuthorizationCode(db, { ...code, codeHash: 'other', consentId: 'consent-2' });
        await insertAuthorizationCode(db, { ...code, codeHash: 'third', consentId: 'consent-3' });
        await revokeAuthorizationCode(db, 'code-hash', now);
        await revokeCodesOfConsents(db, ['consent-2'], now);
        await revokeCodesOfConsents(db, [], now);
        expect(await takeAuthorizationCode(db, taking)).toBe(false);
        expect(await takeAuthorizationCode(db, { ...taking, codeHash: 'other' })).toBe(false);
        expect(await takeAuthorizationCode(db, { ...taking, codeHash: 'third' })).toBe(true);
      });

      it('can be exchanged until it is taken, revoked or too old', async () => {
        const { db } = await withCode();
        expect(await isRedeemable(db, 'consent-1', now + 59)).toBe(true);
        expect(await isRedeemable(db, 'consent-1', now + 60)).toBe(false);
        expect(await isRedeemable(db, 'consent-2', now)).toBe(false);
        await takeAuthorizationCode(db, taking);
        expect(await isRedeemable(db, 'consent-1', now + 2)).toBe(false);
      });

      it('K3 is taken by one of twenty at once', async () => {
        const { db } = await withCode();
        const taken = await Promise.all(times(20).map(() => takeAuthorizationCode(db, taking)));
        expect(taken.filter(Boolean)).toHaveLength(1);
      });

      it('K3 is taken by one of twenty at once over two connections', async () => {
        const { db, url } = await withCode();
        const other = connect(url);
        const taken = await Promise.all(
          times(20).map((index) => takeAuthorizationCode(index % 2 ? db : other, taking)),
        );
        expect(taken.filter(Boolean)).toHaveLength(1);
      });

      it('K3 is taken by one of four processes', async () => {
        const { db, url } = await withCode();
        for (const index of times(25)) await insertAuthorizationCode(db, { ...code, codeHash: `code-${index}` });
        const script = `
        import { takeAuthorizationCode } from '#lib/storage/authorization-codes.ts';
        import { openDatabase } from '#lib/storage/database.ts';
        const db = openDatabase(process.env.TEST_DATABASE);
        const taking = ${JSON.stringify(taking)};
        await start();
        for (let index = 0; index < 25; index += 1)
          if (await takeAuthorizationCode(db, { ...taking, codeHash: 'code-' + index })) console.log(index);
        await db.destroy();`;
        const taken = (await race(4, script, { TEST_DATABASE: url })).flat();
        expect(taken.map(Number).sort((a, b) => a - b)).toEqual(times(25));
      });
    });

    describe('a setting', () => {
      it('is the first that was proposed, also on another connection', async () => {
        const { db, url } = await migrated();
        expect(await settle(db, 'salt', 'first')).toBe('first');
        expect(await settle(connect(url), 'salt', 'second')).toBe('first');
        expect(await settle(db, 'other', 'third')).toBe('third');
      });

      it('is one when many propose at once over two connections', async () => {
        const { db, url } = await migrated();
        const other = connect(url);
        const settled = await Promise.all(
          times(10).map((index) => settle(index % 2 ? db : other, 'salt', `salt-${index}`)),
        );
        expect(new Set(settled).size).toBe(1);
      });
    });

    describe('signing keys', () => {
      const key = { kid: 'key-1', sealed_key: 'sealed', public_jwk: '{}', created_at: now };

      it('are listed, the newest first', async () => {
        const { db } = await migrated();
        await insertSigningKey(db, key);
        await insertSigningKey(db, { ...key, kid: 'key-2', created_at: now + 1 });
        expect(await listSigningKeys(db)).toEqual([{ ...key, kid: 'key-2', created_at: now + 1 }, key]);
      });

      it('of one second are listed in the same order everywhere', async () => {
        const { db } = await migrated();
        for (const kid of ['b', 'c', 'a']) await insertSigningKey(db, { ...key, kid });
        expect((await listSigningKeys(db)).map(({ kid }) => kid)).toEqual(['a', 'b', 'c']);
      });
    });

    describe('failures', () => {
      const limit = { points: 10, duration: 300, keyPrefix: 'sign-in' };
      const isCounted = (limiter: FailureLimiter, who = 'camille') =>
        limiter.consume(who).then(
          () => true,
          (fault) => {
            if (fault instanceof Error) throw fault;
            return false;
          },
        );

      it('T13 stop counting at the limit', async () => {
        const { db } = await migrated();
        const limiter = new FailureLimiter(db, limit);
        const counted: boolean[] = [];
        for (const _ of times(11)) counted.push(await isCounted(limiter));
        expect(counted).toEqual([...times(10).map(() => true), false]);
        expect(await isCounted(limiter, 'noah'), 'of another subject').toBe(true);
      });

      it('T13 hold the limit under thirty attempts at once over two connections', async () => {
        const { db, url } = await migrated();
        const limiters = [db, connect(url)].map((one) => new FailureLimiter(one, limit));
        const counted = await Promise.all(times(30).map((index) => isCounted(limiters[index % 2] as FailureLimiter)));
        expect(counted.filter(Boolean)).toHaveLength(10);
      });

      it('T13 hold the limit under thirty attempts at once in three processes', async () => {
        const { url } = await migrated();
        const script = `
        import { openDatabase } from '#lib/storage/database.ts';
        import { FailureLimiter } from '#lib/storage/failures.ts';
        const db = openDatabase(process.env.TEST_DATABASE);
        const limiter = new FailureLimiter(db, ${JSON.stringify(limit)});
        await start();
        const counted = await Promise.all(
          Array.from({ length: 10 }, () => limiter.consume('camille').then(() => true, () => false)));
        console.log(counted.filter(Boolean).length);
        await db.destroy();`;
        const counted = await race(3, script, { TEST_DATABASE: url });
        const sum = counted.flat().map(Number);
        expect(sum.reduce((total, count) => total + count, 0)).toBe(10);
      });

      it('are told without being counted, and forgotten for the one who has proved themselves', async () => {
        const { db } = await migrated();
        const limiter = new FailureLimiter(db, limit);
        await limiter.penalty('camille');
        await limiter.penalty('camille');
        expect(await limiter.get('camille')).toMatchObject({ consumedPoints: 2, remainingPoints: 8 });
        await limiter.delete('camille');
        expect(await limiter.get('camille')).toBeNull();
      });
    });

    describe('what is good once', () => {
      it('T3 T10 is taken once of twenty at once over two connections', async () => {
        const { db, url } = await migrated();
        const other = connect(url);
        const taken = await Promise.all(
          times(20).map((index) => takeOnce(index % 2 ? db : other, ['dpop', 'key', 'jti'], now + 60)),
        );
        expect(taken.filter(Boolean)).toHaveLength(1);
        expect(await takeOnce(db, ['dpop', 'key', 'another'], now + 60)).toBe(true);
      });
    });

    describe('a pushed request', () => {
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

    describe('a transaction', () => {
      it('is whole or not at all', async () => {
        const { db } = await migrated();
        const doubled = db.transaction().execute(async (transaction) => {
          await insertConsent(transaction, consent);
          await insertConsent(transaction, consent);
        });
        await expect(doubled).rejects.toThrow();
        expect(await db.selectFrom('consents').select('id').execute()).toEqual([]);
      });

      it('is not seen by another connection until it is done', async () => {
        const { db, url } = await migrated();
        const other = connect(url);
        await db.transaction().execute(async (transaction) => {
          await insertConsent(transaction, consent);
          expect(await other.selectFrom('consents').select('id').execute()).toEqual([]);
        });
        expect(await other.selectFrom('consents').select('id').execute()).toEqual([{ id: 'consent-1' }]);
      });
    });
  });

describe('SQLite', () => {
  const newUrl = async () => (await databases[0]?.newUrl()) ?? '';

  it('has on disk what was answered', async () => {
    const db = connect(await newUrl());
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
  });

  it('says that it is unavailable when another connection holds it too long', async () => {
    const url = await newUrl();
    const db = connect(url);
    await migrate(db);
    const other = connect(url);
    await db.transaction().execute(async (transaction) => {
      await insertConsent(transaction, consent);
      const fault = await insertSession(other, session).catch((error: unknown) => error);
      expect(isUnavailable(fault)).toBe(true);
    });
    await insertSession(other, session);
  });

  it('says that it is unavailable when it is full', async () => {
    const db = connect(await newUrl());
    await migrate(db);
    await sql`pragma max_page_count = 1`.execute(db);
    const fault = await insertConsent(db, { ...consent, text: 'x'.repeat(1_000_000) }).catch((error: unknown) => error);
    expect(isUnavailable(fault)).toBe(true);
    expect(await db.selectFrom('consents').select('id').execute()).toEqual([]);
  });

  it('is not unavailable when a statement is at fault', async () => {
    const db = connect(await newUrl());
    await migrate(db);
    await insertConsent(db, consent);
    const fault = await insertConsent(db, consent).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(isUnavailable(fault)).toBe(false);
    expect(isUnavailable(undefined)).toBe(false);
  });
});
