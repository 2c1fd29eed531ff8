import type { Database } from './database.ts';

/**
 * Counts an attempt as failed before it is tried, so that parallel guesses cannot slip past the limit: each takes one of
 * `most` places, by one statement a place. False when all were taken in the last `seconds`; then nothing is counted.
 */
export async function countSignInFailure(
  db: Database,
  { subjectHash, now, most, seconds }: { subjectHash: string; now: number; most: number; seconds: number },
): Promise<boolean> {
  for (let place = 0; place < most; place += 1) {
    const taken = await db
      .insertInto('sign_in_failures')
      .values({ id: `${subjectHash}.${place}`, subject_hash: subjectHash, failed_at: now })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ failed_at: now })
          .where('sign_in_failures.failed_at', '<=', now - seconds),
      )
      .returning('id')
      .execute();
    if (taken.length === 1) return true;
  }
  return false;
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
