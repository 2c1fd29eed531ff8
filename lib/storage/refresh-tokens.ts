import type { Change } from './change-at-once.ts';
import { type ConsentInUse, consentInUseColumns, readConsentInUse } from './consents-in-use.ts';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { refreshTokenRow } from './schema.ts';
import { statement } from './statement.ts';

const readRefreshToken = rowReader(
  'refresh_tokens',
  refreshTokenRow.omit({ created_at: true }).transform((row) => ({
    tokenHash: row.token_hash,
    consentId: row.consent_id,
    rotatedAt: row.rotated_at ?? undefined,
    successorHash: row.successor_hash ?? undefined,
    dpopJkt: row.dpop_jkt ?? undefined,
  })),
);

/** A refresh token by its hash; `rotatedAt` in epoch seconds once it has been exchanged for its successor. */
export type StoredRefreshToken = ReturnType<typeof readRefreshToken>;

interface NewRefreshToken {
  tokenHash: string;
  consentId: string;
  createdAt: number;
  dpopJkt?: string | undefined;
}

export async function insertRefreshToken(db: Database, token: NewRefreshToken): Promise<void> {
  await db.executeQuery(refreshTokenInsertion(db, token).query);
}

/** The same to be made together with what it is issued for. */
export const refreshTokenInsertion = (db: Database, token: NewRefreshToken): Change => ({
  query: insertion.with(db, {
    token_hash: token.tokenHash,
    consent_id: token.consentId,
    created_at: token.createdAt,
    dpop_jkt: token.dpopJkt ?? null,
  }),
  rows: 'one',
});

const insertion = statement(
  (db, given: { token_hash: string; consent_id: string; created_at: number; dpop_jkt: string | null }) => {
    const { token_hash, consent_id, created_at, dpop_jkt } = given;
    const unused = { rotated_at: null, successor_hash: null };
    return db.insertInto('refresh_tokens').values({ token_hash, consent_id, created_at, dpop_jkt, ...unused });
  },
);

export async function findRefreshToken(db: Database, tokenHash: string): Promise<StoredRefreshToken | undefined> {
  const row = await db.selectFrom('refresh_tokens').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && readRefreshToken(row);
}

/** A refresh token with the consent behind it. */
export interface RefreshTokenInUse {
  token: StoredRefreshToken;
  consent: ConsentInUse;
}

export async function findRefreshTokenInUse(db: Database, tokenHash: string): Promise<RefreshTokenInUse | undefined> {
  const { rows } = await tokenInUse.run(db, { tokenHash });
  const [row] = rows;
  const consent = row && readConsentInUse(row);
  return consent && { token: readRefreshToken(row), consent };
}

const tokenInUse = statement((db, given: { tokenHash: string }) =>
  db
    .selectFrom('refresh_tokens as token')
    .innerJoin('consents as consent', 'consent.id', 'token.consent_id')
    .select(['token.token_hash', 'token.consent_id', 'token.rotated_at', 'token.successor_hash', 'token.dpop_jkt'])
    .select(consentInUseColumns)
    .where('token.token_hash', '=', given.tokenHash),
);

interface NewRotation {
  tokenHash: string;
  successorHash: string;
  consentId: string;
  now: number;
  dpopJkt?: string | undefined;
}

/** Exchanges a token for its successor in one conditional statement; false when another was first. */
export async function rotateRefreshToken(db: Database, rotation: NewRotation): Promise<boolean> {
  const [exchange, insertion] = rotationChanges(db, rotation);
  const { numAffectedRows } = await db.executeQuery(exchange.query);
  if (numAffectedRows !== 1n) return false;
  await db.executeQuery(insertion.query);
  return true;
}

/** The same to be made together with what it tells of. */
export function rotationChanges(db: Database, { tokenHash, successorHash, consentId, now, dpopJkt }: NewRotation) {
  const query = exchanged.with(db, { tokenHash, successorHash, now });
  const successor = { tokenHash: successorHash, consentId, createdAt: now, dpopJkt };
  return [{ query, rows: 'one' }, refreshTokenInsertion(db, successor)] as const satisfies Change[];
}

const exchanged = statement((db, given: { tokenHash: string; successorHash: string; now: number }) =>
  db
    .updateTable('refresh_tokens')
    .set({ rotated_at: given.now, successor_hash: given.successorHash })
    .where('token_hash', '=', given.tokenHash)
    .where('rotated_at', 'is', null),
);

/** The tokens of a consent that was changed go on for the one in its place. */
export async function moveRefreshTokens(db: Database, from: string, to: string): Promise<void> {
  await db.updateTable('refresh_tokens').set({ consent_id: to }).where('consent_id', '=', from).execute();
}

/** A consent that has ended has no tokens. */
export async function deleteRefreshTokens(db: Database, consentId: string): Promise<void> {
  await db.deleteFrom('refresh_tokens').where('consent_id', '=', consentId).execute();
}
