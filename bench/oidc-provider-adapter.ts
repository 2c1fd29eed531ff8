import { DatabaseSync } from 'node:sqlite';
import { type Adapter, errors, type Payload } from 'oidc-provider';

interface Row {
  payload: string;
  consumed_at: number | null;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS payloads (
    model TEXT NOT NULL,
    id TEXT NOT NULL,
    payload TEXT NOT NULL,
    grant_id TEXT,
    uid TEXT,
    expires_at INTEGER,
    consumed_at INTEGER,
    PRIMARY KEY (model, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS payloads_by_grant ON payloads (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS payloads_by_uid ON payloads (uid) WHERE uid IS NOT NULL;
`;

const epochSeconds = (): number => Math.floor(Date.now() / 1000);

function payloadOf(row: unknown): Payload | undefined {
  if (row === undefined) return undefined;
  const { payload, consumed_at } = row as Row;
  return { ...JSON.parse(payload), ...(consumed_at !== null && { consumed: consumed_at }) };
}

/** Storage for oidc-provider as durable as Accord's: what was answered is on disk. Every statement is prepared once. */
export function openAdapters(path: string): (model: string) => Adapter {
  const database = new DatabaseSync(path, { timeout: 1000 });
  database.exec(schema);
  const upsert = database.prepare(`
    INSERT INTO payloads (model, id, payload, grant_id, uid, expires_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (model, id) DO UPDATE SET
      payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`);
  const find = database.prepare('SELECT payload, consumed_at FROM payloads WHERE model = ? AND id = ?');
  const findByUid = database.prepare('SELECT payload, consumed_at FROM payloads WHERE uid = ? AND model = ?');
  const consume = database.prepare(
    'UPDATE payloads SET consumed_at = ? WHERE model = ? AND id = ? AND consumed_at IS NULL',
  );
  const destroy = database.prepare('DELETE FROM payloads WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM payloads WHERE grant_id = ? AND model = ?');

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn === undefined ? null : epochSeconds() + expiresIn;
      upsert.run(model, id, JSON.stringify(payload), payload.grantId ?? null, payload.uid ?? null, expiresAt);
    },
    find: async (id) => payloadOf(find.get(model, id)),
    findByUid: async (uid) => payloadOf(findByUid.get(uid, model)),
    findByUserCode: async () => undefined,
    async consume(id) {
      // The library looks before it consumes; of two requests at once only this statement tells who came first.
      const { changes } = consume.run(epochSeconds(), model, id);
      if (changes === 0) throw new errors.InvalidGrant('already consumed');
    },
    async destroy(id) {
      destroy.run(model, id);
    },
    async revokeByGrantId(grantId) {
      revoke.run(grantId, model);
    },
  });
}
