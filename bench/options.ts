import type { DatabaseKind } from './database.ts';
import { type RowName, rowNames } from './machine-rows.ts';

export interface Options {
  subjects: string[];
  before: string | undefined;
  journeys: number;
  rounds: number;
  rows: RowName[];
  databases: DatabaseKind[];
  processes: number[];
  concurrency: number[];
  seconds: number;
}

const kinds: Record<string, DatabaseKind> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** What to measure; each list is of words with blanks between them, and may be empty. */
export function readOptions(variables: Record<string, string | undefined>): Options {
  const list = (name: string, otherwise: string) => (variables[name] ?? otherwise).split(' ').filter(Boolean);
  const number = (name: string, otherwise: number) => Number(variables[name] || otherwise);
  return {
    subjects: list('BENCH_SUBJECTS', 'accord before oidc-provider empty-page'),
    before: variables.BENCH_BEFORE,
    journeys: number('BENCH_JOURNEYS', 200),
    rounds: number('BENCH_ROUNDS', 9),
    rows: list('BENCH_ROWS', rowNames.join(' ')).map((word) => {
      const row = rowNames.find((name) => name === word);
      if (!row) throw new Error(`BENCH_ROWS knows ${rowNames.join(' ')}, not ${word}`);
      return row;
    }),
    databases: list('BENCH_DATABASES', 'sqlite postgres').map((word) => {
      const kind = kinds[word];
      if (!kind) throw new Error(`BENCH_DATABASES knows ${Object.keys(kinds).join(' and ')}, not ${word}`);
      return kind;
    }),
    processes: list('BENCH_PROCESSES', '1').map(Number),
    concurrency: list('BENCH_CONCURRENCY', '8').map(Number),
    seconds: number('BENCH_SECONDS', 0.4),
  };
}

export const withoutPostgres = (options: Options): Options => ({
  ...options,
  subjects: options.subjects.filter((subject) => subject !== 'postgres'),
  databases: options.databases.filter((kind) => kind !== 'PostgreSQL'),
});
