import type { Database } from './database.ts';
import { repeatUndone } from './repeat-undone.ts';

/** Runs a piece of work as one transaction, from its beginning again where PostgreSQL has undone it. */
export const inTransaction = <Result>(
  db: Database,
  work: (transaction: Database) => Promise<Result>,
): Promise<Result> => repeatUndone(() => db.transaction().execute(work));
