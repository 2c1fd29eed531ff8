import { type CompiledQuery, PostgresAdapter } from 'kysely';
import type { Database } from './database.ts';
import { prepare } from './statement.ts';
import { inTransaction } from './transaction.ts';

/** A change of one row, which must be as it was read, or of whichever rows there are. */
export interface Change {
  query: CompiledQuery<unknown>;
  rows: 'one' | 'any';
}

/**
 * Makes several changes as one; false, and nothing is changed, where a row is not as it was read. On PostgreSQL they travel
 * as one statement. None may depend on what another has written.
 */
export async function changeAtOnce(db: Database, changes: readonly Change[]): Promise<boolean> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  try {
    await (isPostgres ? db.executeQuery(together(changes)) : oneByOne(db, changes));
    return true;
  } catch (fault) {
    if (fault === notAsRead || isNotAsRead(fault)) return false;
    throw fault;
  }
}

const notAsRead = new Error('a row is not as it was read');

const oneByOne = (db: Database, changes: readonly Change[]): Promise<void> =>
  inTransaction(db, async (transaction) => {
    for (const { query, rows } of changes) {
      const { numAffectedRows } = await transaction.executeQuery(query);
      if (rows === 'one' && numAffectedRows !== 1n) throw notAsRead;
    }
  });

const marker = 'not as it was read';
const texts = new Map<string, string>();

function together(changes: readonly Change[]): CompiledQuery<unknown> {
  const [first] = changes;
  if (!first) throw new Error('there is nothing to change');
  const key = changes.map(({ query, rows }) => `${rows} ${query.sql}`).join(';');
  const sql = texts.get(key) ?? combine(changes);
  texts.set(key, sql);
  return { ...first.query, sql, parameters: changes.flatMap(({ query }) => query.parameters) };
}

/** One statement that makes all changes, the first one first, and fails where one of them has not met its row. */
function combine(changes: readonly Change[]): string {
  let before = 0;
  const parts = changes.map(({ query: { sql, parameters } }, index) => {
    const numbered = sql.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + before}`);
    before += parameters.length;
    return `c${index} as (${numbered} returning 1)`;
  });
  const checks = changes.map(({ rows }, index) => {
    const count = `(select count(*) from c${index})`;
    // What hangs on a row is cast when it is counted: a constant would be, and fail, when the statement is planned.
    return rows === 'any' ? '' : `when ${count} <> 1 then cast('${marker}: ' || ${count} as integer)`;
  });
  const sql = `with ${parts.join(', ')} select case ${checks.join(' ')} else 1 end as changed`;
  prepare(sql);
  return sql;
}

// invalid_text_representation
const isNotAsRead = (fault: unknown): boolean => {
  const { code, message } = (fault ?? {}) as { code?: unknown; message?: unknown };
  return code === '22P02' && String(message).includes(marker);
};
