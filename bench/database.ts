import { join } from 'node:path';
import type { openPostgres } from './postgres.ts';

export type DatabaseKind = 'SQLite' | 'PostgreSQL';

/** Where a contender keeps everything. */
export interface Database {
  kind: DatabaseKind;
  url: string;
  /** The server's first process, where it is a server. */
  pid?: number;
}

/** Gives a new and empty database of that kind for each name. */
export type NewDatabase = (kind: DatabaseKind, name: string) => Promise<Database>;

/** Databases in that directory, and in that PostgreSQL. */
export const databasesIn =
  (directory: string, postgres: Awaited<ReturnType<typeof openPostgres>>): NewDatabase =>
  async (kind, name) => {
    if (kind === 'SQLite') return { kind, url: `file:${join(directory, `${name}.db`)}` };
    if (!postgres) throw new Error('there is no PostgreSQL');
    return postgres.newDatabase(name);
  };
