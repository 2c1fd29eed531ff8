import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { code, consent, event, now, times } from '../../test/world/records.ts';
import { serializableDatabase } from '../../test/world/serializable-database.ts';
import { insertAuthorizationCode, takeAuthorizationCode } from './authorization-codes.ts';
import { appendEvents, beginChain, listEvents } from './consent-events.ts';
import { findConsent, insertConsent, lockConsent, markConsentUsed } from './consents.ts';
import type { Database } from './database.ts';
import { insertDecision } from './decisions.ts';
import { FailureLimiter } from './failures.ts';
import { answerPushedRequest, insertPushedRequest } from './pushed-requests.ts';
import { insertRefreshToken, rotateRefreshToken } from './refresh-tokens.ts';
import { getOrCreateSetting } from './settings.ts';
import { inTransaction } from './transaction.ts';
import { claimOnce } from './used-tokens.ts';

const many = 64;
const decision = { ticket_hash: 'ticket', outcome: 'allowed', consent_id: consent.id, decided_at: now } as const;
const taking = { codeHash: code.codeHash, now, accessTokenId: 'token', accessTokenExpiresAt: now + 900 };
const rotation = { tokenHash: 'refresh', successorHash: 'next', consentId: consent.id, now };

const decide = (db: Database): Promise<boolean> =>
  inTransaction(db, async (transaction) => {
    if (!(await insertDecision(transaction, decision))) return false;
    await insertConsent(transaction, consent, await beginChain(transaction, consent.id, [event]));
    await insertAuthorizationCode(transaction, code);
    return true;
  });

/** Reads the consent, then does one act on it and tells of it in its chain; as an exchange of a code or a token does. */
const exchange = async (db: Database, act: (transaction: Database) => Promise<boolean>): Promise<boolean> => {
  await findConsent(db, consent.id);
  return inTransaction(db, async (transaction) => {
    const locked = await lockConsent(transaction, consent.id);
    if (!locked || !(await act(transaction))) return false;
    await markConsentUsed(transaction, consent.id, now);
    await appendEvents(transaction, locked.chain, event);
    return true;
  });
};

// `npm test` finds, installs or starts a PostgreSQL; elsewhere these tests are counted as skipped.
describe.skipIf(!process.env.TEST_DATABASE_URL)('on a PostgreSQL that is serializable unless it is asked', () => {
  /** Of so many at once, over two instances, how many were told that they were the one; none was turned away. */
  async function winnersOf(instances: Database[], attempt: (db: Database, index: number) => Promise<boolean>) {
    const outcomes = times(many).map((index) => attempt(instances[index % 2] as Database, index));
    return (await Promise.all(outcomes)).filter(Boolean).length;
  }

  it('O17 a transaction asks for what it needs', async () => {
    const [db] = await serializableDatabase();
    const isolation = sql<{ transaction_isolation: string }>`show transaction_isolation`;
    const within = await inTransaction(db, (transaction) => isolation.execute(transaction));
    expect(within.rows).toEqual([{ transaction_isolation: 'read committed' }]);
    const plain = await db.transaction().execute((transaction) => isolation.execute(transaction));
    expect(plain.rows).toEqual([{ transaction_isolation: 'read committed' }]);
  });

  it(`C11 K3 T11 of ${many} decisions, exchanges of a code, and refreshes at once each time one is first`, async () => {
    const instances = await serializableDatabase();
    expect(await winnersOf(instances, decide)).toBe(1);
    const redeem = (db: Database) => exchange(db, (transaction) => takeAuthorizationCode(transaction, taking));
    expect(await winnersOf(instances, redeem)).toBe(1);
    await insertRefreshToken(instances[0], { tokenHash: 'refresh', consentId: consent.id, createdAt: now });
    const refresh = (db: Database) => exchange(db, (transaction) => rotateRefreshToken(transaction, rotation));
    expect(await winnersOf(instances, refresh)).toBe(1);
    expect(await listEvents(instances[0], consent.id)).toHaveLength(3);
  });

  it(`T3 T13 A14 single statements come to one end as well, of ${many} at once`, async () => {
    const instances = await serializableDatabase();
    expect(await winnersOf(instances, (db) => claimOnce(db, ['dpop', 'key', 'jti'], now))).toBe(1);
    expect(
      await winnersOf(
        instances,
        async (db, index) => (await getOrCreateSetting(db, 'salt', `${index}`)) === `${index}`,
      ),
    ).toBe(1);
    const pushed = { requestUriHash: 'hash', clientId: 'ledger', parameters: '', createdAt: now, expiresAt: now };
    await insertPushedRequest(instances[0], pushed);
    expect(await winnersOf(instances, (db, index) => answerPushedRequest(db, 'hash', `ticket-${index}`))).toBe(1);
    const limit = { points: 10, duration: 300, keyPrefix: 'sign-in' };
    const limiters = new Map(instances.map((db) => [db, new FailureLimiter(db, limit)]));
    const isCounted = async (db: Database) =>
      limiters
        .get(db)
        ?.consume('camille')
        .then(
          () => true,
          (fault) => {
            if (fault instanceof Error) throw fault;
            return false;
          },
        ) ?? false;
    expect(await winnersOf(instances, isCounted)).toBe(10);
  });
});
