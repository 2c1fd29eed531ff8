import type { Database } from './database.ts';

const attempts = 4;

/**
 * Runs a piece of work as one transaction. PostgreSQL undoes one of several that stand in each other's way (deadlock
 * 40P01, serialization failure 40001): that one alone is done again. Whatever else happens may have been stored, so it
 * is not repeated here; the statements of this server are such that who asks again comes to the same end.
 */
export async function inTransaction<Result>(
  db: Database,
  work: (transaction: Database) => Promise<Result>,
  attemptsLeft = attempts,
): Promise<Result> {
  try {
    return await db.transaction().execute(work);
  } catch (fault) {
    if (attemptsLeft === 1 || !isUndone(fault)) throw fault;
    return inTransaction(db, work, attemptsLeft - 1);
  }
}

const isUndone = (fault: unknown): boolean => ['40P01', '40001'].includes((fault as { code?: string }).code ?? '');
