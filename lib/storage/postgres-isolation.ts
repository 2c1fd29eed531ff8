import {
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import { repeatUndone } from './repeat-undone.ts';
import { preparedName } from './statement.ts';

/**
 * Kysely's PostgreSQL dialect, whatever isolation the server, a role or the URL has set: every transaction asks for READ
 * COMMITTED, and a statement outside of one is done again when the server has undone it.
 */
export class ReadCommittedDialect extends PostgresDialect {
  readonly #pool: PostgresPool;

  constructor(pool: pg.Pool, { isPrepared }: { isPrepared: boolean }) {
    const repeatingPool = {
      options: pool.options,
      connect: async () => repeating(await pool.connect(), isPrepared),
      end: () => pool.end(),
    };
    super({ pool: repeatingPool });
    this.#pool = repeatingPool;
  }

  override createDriver(): PostgresDriver {
    return new ReadCommittedDriver({ pool: this.#pool });
  }
}

class ReadCommittedDriver extends PostgresDriver {
  override beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolationLevel = settings.isolationLevel ?? 'read committed';
    return super.beginTransaction(connection, { ...settings, isolationLevel });
  }
}

function repeating(client: pg.PoolClient, isPrepared: boolean): PostgresPoolClient {
  const query = (text: string, values: unknown[]) => {
    const name = isPrepared ? preparedName(text) : undefined;
    const work = () => client.query({ text, values, ...(name !== undefined && { name }) });
    // What fails within a transaction is begun again with all of it, by whoever began it.
    return client.getTransactionStatus() === 'I' ? repeatUndone(work) : work();
  };
  // Kysely's type has a second form, for cursors, which this server does not use.
  return { query: query as never, release: (destroy) => client.release(destroy) };
}
