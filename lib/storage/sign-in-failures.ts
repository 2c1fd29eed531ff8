import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Counts an attempt as failed before it is tried, so that parallel guesses cannot slip past the limit.
 * False when `most` failures of the last `seconds` stand already; then nothing is counted.
 */
export async function countSignInFailure(
  db: Database,
  { subjectHash, now, most, seconds }: { subjectHash: string; now: number; most: number; seconds: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into sign_in_failures (id, subject_hash, failed_at)
    select ${randomUUID()}, ${subjectHash}, cast(${now} as bigint)
    where (select count(*) from sign_in_failures
           where subject_hash = ${subjectHash} and failed_at > ${now - seconds}) < ${most}
    returning id`.execute(db);
  return rows.length === 1;
}

/** When the oldest failure after `since` happened, in epoch seconds. */
export async function oldestSignInFailure(db: Database, subjectHash: string, since: number): Promise<number> {
  const { oldest } = await db
    .selectFrom('sign_in_failures')
    .select(({ fn }) => fn.min('failed_at').as('oldest'))
    .where('subject_hash', '=', subjectHash)
    .where('failed_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(oldest ?? since);
}

/** Forgets the failures of a subject, who has now signed in. */
export async function forgetSignInFailures(db: Database, subjectHash: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('subject_hash', '=', subjectHash).execute();
}

/** Forgets what is too old to count, so that guessing does not fill the table. */
export async function forgetOldSignInFailures(db: Database, until: number): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('failed_at', '<=', until).execute();
}
