import pg from 'pg';

/** Reads from a PostgreSQL that servers go on using. */
export async function queryPostgres<Row extends object>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** How many consents of each correlation id are in force. */
export async function consentsInForce(url: string): Promise<Map<string, number>> {
  const rows = await queryPostgres<{ correlation_id: string }>(
    url,
    "select correlation_id from consents where status = 'active'",
  );
  return new Map([...Map.groupBy(rows, (row) => row.correlation_id)].map(([id, all]) => [id, all.length]));
}
