import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newPostgresDatabase } from '../../test/world/postgres-database.ts';
import { providerRegistration } from '../../test/world/registration.ts';
import { storeConsent, storedAt } from '../../test/world/stored-consent.ts';
import { connect } from '../../test/world/temporary-database.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { findCaller } from '../clients/caller.ts';
import { publicKeys } from '../keys/known-keys.ts';
import { hashToken } from '../keys/random-token.ts';
import { insertAuthorizationCode } from '../storage/authorization-codes.ts';
import { type Database, migrate, openDatabase } from '../storage/database.ts';
import { insertRefreshToken } from '../storage/refresh-tokens.ts';
import { introspectToken } from './introspect.ts';
import { redeemAuthorizationCode } from './redeem.ts';
import { refreshAccess } from './refresh.ts';

const apiClient = { client_id: 'maple-api', client_secret_sha256: '0'.repeat(64), scope: ['introspection'] };
temporaryServer({ providers: [{ ...providerRegistration, api_clients: [apiClient] }] });
const now = storedAt - 3600;
const client = { clientId: 'ledger', isPublic: false, keepsRefreshTokens: false };

/** The texts that a piece of work has given to PostgreSQL, `begin` and `commit` among them; each is a round trip. */
async function statementsOf(work: () => Promise<unknown>): Promise<{ text: string; name?: string }[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.map(([config]) => config as unknown as { text: string; name?: string });
  } finally {
    query.mockRestore();
  }
}

async function granted(db: Database): Promise<void> {
  await storeConsent(db);
  for (const token of ['one', 'another'])
    await insertRefreshToken(db, { tokenHash: hashToken(token), consentId: 'consent-1', createdAt: now });
  const redirectUri = 'https://ledger.example/callback';
  const bound = { consentId: 'consent-1', clientId: 'ledger', redirectUri, codeChallenge: undefined };
  for (const code of ['code', 'code-2'])
    await insertAuthorizationCode(db, { codeHash: hashToken(code), ...bound, createdAt: now, expiresAt: now + 60 });
}

const refreshed = (db: Database, refreshToken: string, keepsRefreshTokens = false) =>
  refreshAccess(
    db,
    { grantType: 'refresh_token', refreshToken, scope: undefined },
    { ...client, keepsRefreshTokens },
    now,
  );

const redeemed = (db: Database, code: string) =>
  redeemAuthorizationCode(
    db,
    {
      grantType: 'authorization_code',
      code,
      redirectUri: 'https://ledger.example/callback',
      codeVerifier: undefined,
    },
    client,
    now,
  );

async function tokenOf(outcome: Awaited<ReturnType<typeof refreshed>>): Promise<string> {
  if (outcome.outcome !== 'issued') throw new Error(outcome.reason);
  return outcome.response.access_token;
}

// `npm test` finds, installs or starts a PostgreSQL; elsewhere these tests are counted as skipped.
describe.skipIf(!process.env.TEST_DATABASE_URL)('on PostgreSQL', () => {
  let url: string;
  async function ready(): Promise<Database> {
    url = await newPostgresDatabase();
    const db = connect(url);
    await migrate(db);
    await granted(db);
    // The first makes the keys and the salt.
    await tokenOf(await refreshed(db, 'another', true));
    return db;
  }
  beforeAll(() => vi.restoreAllMocks());

  it('a refresh is one look and one change, whether or not its token is kept', async () => {
    const db = await ready();
    expect(await statementsOf(async () => tokenOf(await refreshed(db, 'another', true)))).toHaveLength(2);
    expect(await statementsOf(async () => tokenOf(await refreshed(db, 'one')))).toHaveLength(2);
  });

  it('the exchange of a code is one look and one change', async () => {
    const db = await ready();
    expect(await statementsOf(async () => tokenOf(await redeemed(db, 'code')))).toHaveLength(2);
  });

  it('introspection is one look, besides that at the keys', async () => {
    const db = await ready();
    const token = await tokenOf(await refreshed(db, 'another', true));
    const caller = findCaller('maple-api');
    if (!caller) throw new Error('no caller');
    const ask = () => introspectToken(db, token, caller, now);
    expect(await ask()).toMatchObject({ active: true });
    const keys = await statementsOf(() => publicKeys(db, now));
    expect((await statementsOf(ask)).length - keys.length).toBe(1);
  });

  it('what is asked all the time is prepared by name, and not where that is off', async () => {
    const db = await ready();
    const namesOf = async (asked: Database) =>
      (await statementsOf(() => refreshed(asked, 'another', true))).map(({ name }) => name);
    expect(await namesOf(db)).toEqual([expect.stringMatching(/^accord_/), expect.stringMatching(/^accord_/)]);
    const plain = openDatabase(url, { poolSize: 1, timeout: 5000, isPrepared: false });
    await tokenOf(await refreshed(plain, 'another', true));
    expect(await namesOf(plain)).toEqual([undefined, undefined]);
    await plain.destroy();
  });

  it('what is prepared goes on when a newer version has added to its tables', async () => {
    const db = await ready();
    const pool = openDatabase(url, { poolSize: 1, timeout: 5000 });
    await tokenOf(await refreshed(pool, 'another', true));
    for (const table of ['consents', 'refresh_tokens'])
      await db.schema.alterTable(table).addColumn('of_a_newer_version', 'text').execute();
    await tokenOf(await refreshed(pool, 'another', true));
    await pool.destroy();
  });
});
