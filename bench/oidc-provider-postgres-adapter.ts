import { type Adapter, errors, type Payload } from 'oidc-provider';
import pg from 'pg';

const schema = `
  CREATE TABLE IF NOT EXISTS payloads (
    model text NOT NULL,
    id text NOT NULL,
    payload text NOT NULL,
    grant_id text,
    uid text,
    expires_at bigint,
    consumed_at bigint,
    PRIMARY KEY (model, id)
  );
  CREATE INDEX IF NOT EXISTS payloads_by_grant ON payloads (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS payloads_by_uid ON payloads (uid) WHERE uid IS NOT NULL;
`;

const epochSeconds = (): number => Math.floor(Date.now() / 1000);

/** The same storage on PostgreSQL, over a pool as large as Accord's. */
export async function openPostgresAdapters(url: string): Promise<(model: string) => Adapter> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query(schema);
  const run = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values });
  const find = async (name: string, column: string, value: string, model: string): Promise<Payload | undefined> => {
    const text = `SELECT payload, consumed_at FROM payloads WHERE ${column} = $1 AND model = $2`;
    const [row] = (await run(name, text, [value, model])).rows;
    return (
      row && { ...JSON.parse(row.payload), ...(row.consumed_at !== null && { consumed: Number(row.consumed_at) }) }
    );
  };

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn === undefined ? null : epochSeconds() + expiresIn;
      await run(
        'upsert',
        `INSERT INTO payloads (model, id, payload, grant_id, uid, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
         uid = excluded.uid, expires_at = excluded.expires_at`,
        [model, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresAt],
      );
    },
    find: (id) => find('find', 'id', id, model),
    findByUid: (uid) => find('find-by-uid', 'uid', uid, model),
    findByUserCode: async () => undefined,
    async consume(id) {
      const text = 'UPDATE payloads SET consumed_at = $1 WHERE model = $2 AND id = $3 AND consumed_at IS NULL';
      const { rowCount } = await run('consume', text, [epochSeconds(), model, id]);
      if (rowCount === 0) throw new errors.InvalidGrant('already consumed');
    },
    async destroy(id) {
      await run('destroy', 'DELETE FROM payloads WHERE model = $1 AND id = $2', [model, id]);
    },
    async revokeByGrantId(grantId) {
      await run('revoke', 'DELETE FROM payloads WHERE grant_id = $1 AND model = $2', [grantId, model]);
    },
  });
}
