import { createHash } from 'node:crypto';
import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { processWide } from '../process/process-wide.ts';
import type { Database } from './database.ts';

type Given = Record<string, string | number | null>;

/** A statement that is built and compiled once for a database, and given its values each time. */
interface Statement<Values extends Given, Row> {
  /** The same as a query, to be run with others. */
  with(db: Database, values: Values): CompiledQuery<Row>;
  run(db: Database, values: Values): Promise<QueryResult<Row>>;
}

/** Stands for a value while a statement is built. */
class Parameter {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const parameters = new Proxy({}, { get: (_, name: string) => new Parameter(name) });

/**
 * Makes a statement of a query that names its columns: with `select *`, what PostgreSQL has prepared ends with the next
 * migration. Its text must not depend on the values, which `build` sees as names alone.
 */
export function statement<Values extends Given, Row>(
  build: (db: Database, given: Values) => Compilable<Row>,
): Statement<Values, Row> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  function compile(db: Database): CompiledQuery<Row> {
    const { adapter } = db.getExecutor();
    const known = compiled.get(adapter) ?? build(db, parameters as Values).compile();
    if (!compiled.has(adapter)) prepare(known.sql);
    compiled.set(adapter, known);
    return known;
  }
  const fill = (db: Database, values: Values): CompiledQuery<Row> => {
    const query = compile(db);
    const filled = query.parameters.map((value) => (value instanceof Parameter ? values[value.name] : value));
    return { ...query, parameters: filled };
  };
  return { with: fill, run: (db, values) => db.executeQuery(fill(db, values)) };
}

const preparedNames = () => processWide('prepared-statements', () => new Map<string, string>());

/** Has a text prepared from now on, once a connection. There is a handful of them, so that none need ever be given up. */
export function prepare(sql: string): void {
  const name = `accord_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
  preparedNames().set(sql, name);
}

/** The name of a text that is prepared. */
export const preparedName = (sql: string): string | undefined => preparedNames().get(sql);
