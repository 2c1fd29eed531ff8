import type { DatabaseKind } from './database.ts';
import type { Counts } from './machine-counts.ts';
import { type RowName, rows } from './machine-rows.ts';
import type { Measured } from './machines.ts';
import { cpuEach, perSecond, ratios, spread } from './report.ts';

export interface Block {
  kind: DatabaseKind;
  processes: number;
  concurrency: number;
}

const widths = [45, 20, 20, 22, 17, 17, 20, 14, 12];
const print = (cells: string[]) =>
  console.log(
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join(''),
  );
const middle = (values: number[]) => spread(values, 0).replace(/ .*/, '');

/** One table, a line a kind of request; CPU is the server's and its database's, counts are of one request alone. */
export function printBlock(block: Block, measured: Measured[], counts: Map<RowName, Counts>[]): void {
  const { kind, processes, concurrency } = block;
  console.log(`\n${kind} · ${processes} ${processes === 1 ? 'process' : 'processes'} · ${concurrency} at a time\n`);
  print([
    '',
    'CPU ms, Accord',
    'oidc-provider',
    'Accord ÷ oidc',
    'Accord a second',
    'oidc-provider',
    'Accord ÷ oidc',
    'statements',
    'fsyncs',
  ]);
  for (const { row, rounds } of measured.filter((one) => one.concurrency === concurrency)) {
    const [ours = [], library = []] = rounds;
    const both = (part: (counted: Counts) => number | undefined) =>
      counts.map((of) => tell(of.get(row), part)).join(' / ');
    print([
      rows[row].label,
      spread(ours.map(cpuEach), 2),
      spread(library.map(cpuEach), 2),
      spread(ratios(ours.map(cpuEach), library.map(cpuEach)), 2),
      middle(ours.map(perSecond)),
      middle(library.map(perSecond)),
      spread(ratios(ours.map(perSecond), library.map(perSecond)), 2),
      both(({ statements }) => statements),
      both(({ fsyncs }) => fsyncs),
    ]);
  }
}

function tell(counts: Counts | undefined, part: (counted: Counts) => number | undefined): string {
  const value = counts && part(counts);
  return value === undefined ? '–' : String(Number(value.toFixed(1)));
}
