import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode } from 'kysely';
import { GroupCommit } from './group-commit.ts';
import { repeatUndone } from './repeat-undone.ts';

type Value = null | number | bigint | string | Uint8Array;

/** Kysely's driver over two connections to one file: what is written goes to disk in groups, what is read waits for none. */
export class SqliteDriver implements Driver {
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #group: GroupCommit;

  constructor(writer: DatabaseSync, reader: DatabaseSync) {
    this.#writer = connectionTo(writer);
    this.#reader = connectionTo(reader);
    this.#group = new GroupCommit(writer);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#writer, this.#reader, this.#group);
  }

  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as SqliteConnection).begin();
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as SqliteConnection).commit();
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return (connection as SqliteConnection).rollBack();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#group.settled();
    for (const { close } of [this.#reader, this.#writer]) close();
  }
}

/** One transaction, or one statement after the other. */
class SqliteConnection implements DatabaseConnection {
  readonly #writer: Connection;
  readonly #reader: Connection;
  readonly #group: GroupCommit;
  #transaction: { end(fault?: unknown): void; stored: Promise<void> } | undefined;

  constructor(writer: Connection, reader: Connection, group: GroupCommit) {
    this.#writer = writer;
    this.#reader = reader;
    this.#group = group;
  }

  async begin(): Promise<void> {
    const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stored = this.#group.add(() => {
      begun.resolve();
      return ended.promise;
    });
    await Promise.race([begun.promise, stored]);
    const end = (fault?: unknown) => (fault === undefined ? ended.resolve() : ended.reject(fault));
    this.#transaction = { end, stored };
  }

  /** Resolves when it is on disk. */
  async commit(): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    transaction?.end();
    await transaction?.stored;
  }

  async rollBack(): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    transaction?.end(new Error('rolled back'));
    await transaction?.stored.catch(() => undefined);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transaction) return this.#writer.runInTransaction(query);
    if (isRead(query)) return this.#reader.run(query);
    return repeatUndone(async () => {
      let result: QueryResult<Row> = { rows: [] };
      await this.#group.add(() => {
        result = this.#writer.run(query);
      });
      return result;
    });
  }

  // biome-ignore lint/correctness/useYield: Kysely wants the method, and this server reads in pieces by itself.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read in pieces, and not streamed');
  }
}

const isRead = ({ query, sql }: CompiledQuery): boolean => SelectQueryNode.is(query) || /^\s*select\b/i.test(sql);
const givesRows = /^\s*(select|with|pragma)\b|\breturning\b/i;

interface Connection {
  run<Row>(query: CompiledQuery): QueryResult<Row>;
  /** The same, unless SQLite has ended the transaction by itself. */
  runInTransaction<Row>(query: CompiledQuery): QueryResult<Row>;
  close(): void;
}

/** Statements are prepared once a text. */
function connectionTo(database: DatabaseSync): Connection {
  const prepared = new Map<string, { statement: StatementSync; hasRows: boolean }>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql) ?? { statement: database.prepare(sql), hasRows: givesRows.test(sql) };
    prepared.set(sql, known);
    return known;
  };
  function run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const { statement, hasRows } = prepare(sql);
    if (hasRows) return { rows: statement.all(...(parameters as Value[])) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...(parameters as Value[]));
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
  }
  return {
    close: () => database.close(),
    run,
    runInTransaction(query) {
      // Before 22.16, Node cannot tell.
      if (database.isTransaction === false) throw new Error('the transaction has ended');
      return run(query);
    },
  };
}
