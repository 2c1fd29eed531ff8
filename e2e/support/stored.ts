import { DatabaseSync } from 'node:sqlite';

const tables = ['sessions', 'decisions', 'consents', 'authorization_codes', 'failures'] as const;

/** Reads from a server's database file, which it goes on using. */
export function query<Row>(path: string, sql: string, ...values: (string | number)[]): Row[] {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 2000 });
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

/** Changes what a server has stored, as if time had gone by. */
export function change(path: string, sql: string): void {
  const database = new DatabaseSync(path, { timeout: 2000 });
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

/** How many rows each table holds. */
export const countRows = (path: string): Record<string, number> =>
  Object.fromEntries(
    tables.map((table) => [
      table,
      query<{ count: number }>(path, `select count(*) as count from ${table}`)[0]?.count ?? -1,
    ]),
  );

/** The outcomes of what was decided about a correlation id: one row a consent. */
export const consentsOf = (path: string, correlationId: string) =>
  query<{ id: string; status: string; language: string; account_ids: string }>(
    path,
    'select id, status, language, account_ids from consents where correlation_id = ?',
    correlationId,
  );
