import { sql } from 'kysely';
import { RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import { now } from '../process/clock.ts';
import type { Database } from './database.ts';
import { rowReader } from './row-reader.ts';
import { failureRow } from './schema.ts';

const readFailures = rowReader(
  'failures',
  failureRow
    .pick({ points: true, expires_at: true })
    .transform(({ points, expires_at }) => ({ points, expiresAt: expires_at })),
);
type StoredFailures = ReturnType<typeof readFailures>;

/** Failures counted in the one database of all instances, over `rate-limiter-flexible`; each count is one statement. */
export class FailureLimiter extends RateLimiterStoreAbstract {
  readonly #db: Database;

  constructor(db: Database, limit: { points: number; duration: number; keyPrefix: string }) {
    super(limit);
    this.#db = db;
  }

  protected async _upsert(key: string, points: number, milliseconds: number, isForced = false) {
    const at = now();
    const expires_at = at + Math.ceil(milliseconds / 1000);
    const isOver = isForced ? sql<boolean>`1 = 1` : sql<boolean>`failures.expires_at <= ${at}`;
    const row = await this.#db
      .insertInto('failures')
      .values({ key, points, expires_at })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          points: sql`case when ${isOver} then excluded.points else failures.points + excluded.points end`,
          expires_at: sql`case when ${isOver} then excluded.expires_at else failures.expires_at end`,
        }),
      )
      .returning(['points', 'expires_at'])
      .executeTakeFirstOrThrow();
    return readFailures(row);
  }

  protected async _get(key: string): Promise<StoredFailures | undefined> {
    const row = await this.#db
      .selectFrom('failures')
      .select(['points', 'expires_at'])
      .where('key', '=', key)
      .where('expires_at', '>', now())
      .executeTakeFirst();
    return row && readFailures(row);
  }

  protected async _delete(key: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('failures').where('key', '=', key).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  protected _getRateLimiterRes(_key: string, changed: number, { points, expiresAt }: StoredFailures) {
    const left = Math.max(0, expiresAt * 1000 - Date.now());
    return new RateLimiterRes(Math.max(0, this.points - points), left, points, points === changed);
  }
}
