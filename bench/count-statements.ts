import { openSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** Loaded into a server before its own code: adds a byte to a file for each statement that it gives to its database. */
const file = openSync(process.env.BENCH_STATEMENTS ?? '', 'a');

type Methods = Record<string, (...parameters: unknown[]) => unknown>;

function count(prototype: object, names: readonly string[]): void {
  const methods = prototype as Methods;
  for (const name of names) {
    const original = methods[name];
    if (!original) throw new Error(`there is no ${name} to count`);
    methods[name] = function (this: unknown, ...parameters: unknown[]) {
      writeSync(file, '.');
      return original.apply(this, parameters);
    };
  }
}

count(StatementSync.prototype, ['run', 'get', 'all', 'iterate']);
count(DatabaseSync.prototype, ['exec']);
// The server's own copy, as it will find it.
const { Client } = createRequire(join(import.meta.dirname, '../package.json'))('pg');
count(Client.prototype, ['query']);
