import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { refreshTokenRow } from './schema.ts';

const readRefreshToken = rowReader(
  'refresh_tokens',
  refreshTokenRow.transform((row) => ({
    tokenHash: row.token_hash,
    consentId: row.consent_id,
    rotatedAt: row.rotated_at ?? undefined,
    successorHash: row.successor_hash ?? undefined,
    dpopJkt: row.dpop_jkt ?? undefined,
  })),
);

/** A refresh token by its hash; `rotatedAt` in epoch seconds once it has been exchanged for its successor. */
export type StoredRefreshToken = ReturnType<typeof readRefreshToken>;

export async function insertRefreshToken(
  db: Database,
  token: { tokenHash: string; consentId: string; createdAt: number; dpopJkt?: string | undefined },
): Promise<void> {
  await db
    .insertInto('refresh_tokens')
    .values({
      token_hash: token.tokenHash,
      consent_id: token.consentId,
      created_at: token.createdAt,
      rotated_at: null,
      successor_hash: null,
      dpop_jkt: token.dpopJkt ?? null,
    })
    .execute();
}

export async function findRefreshToken(db: Database, tokenHash: string): Promise<StoredRefreshToken | undefined> {
  const row = await db.selectFrom('refresh_tokens').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  return row && readRefreshToken(row);
}

/** Exchanges a token for its successor in one conditional statement; false when another was first. */
export async function rotateRefreshToken(
  db: Database,
  rotation: { tokenHash: string; successorHash: string; consentId: string; now: number; dpopJkt?: string | undefined },
): Promise<boolean> {
  const rotated = await db
    .updateTable('refresh_tokens')
    .set({ rotated_at: rotation.now, successor_hash: rotation.successorHash })
    .where('token_hash', '=', rotation.tokenHash)
    .where('rotated_at', 'is', null)
    .returning('token_hash')
    .execute();
  if (rotated.length !== 1) return false;
  await insertRefreshToken(db, {
    tokenHash: rotation.successorHash,
    consentId: rotation.consentId,
    createdAt: rotation.now,
    dpopJkt: rotation.dpopJkt,
  });
  return true;
}

/** The tokens of a consent that was changed go on for the one in its place. */
export async function moveRefreshTokens(db: Database, from: string, to: string): Promise<void> {
  await db.updateTable('refresh_tokens').set({ consent_id: to }).where('consent_id', '=', from).execute();
}

/** A consent that has ended has no tokens. */
export async function deleteRefreshTokens(db: Database, consentId: string): Promise<void> {
  await db.deleteFrom('refresh_tokens').where('consent_id', '=', consentId).execute();
}
