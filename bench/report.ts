import { readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildMark } from './build.ts';
import { median } from './drive.ts';
import type { Round } from './measure.ts';
import type { Options } from './options.ts';

export const perSecond = ({ count, seconds }: Round): number => count / seconds;
export const cpuEach = ({ count, cpuMilliseconds }: Round): number => cpuMilliseconds / count;

/** The median, and from the least to the most. */
export function spread(values: number[], digits: number): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return values.length === 0 ? '–' : `${median(values).toFixed(digits)} (${low}–${high})`;
}

/** Each taken within a round: what disturbs the machine disturbs both. */
export const ratios = (above: number[], below: number[]): number[] =>
  above.map((value, round) => value / (below[round] ?? Number.NaN));

export function printLine(label: string, cells: string[], width = 27): void {
  console.log(`${label.padEnd(44)}${cells.map((cell) => cell.padStart(width)).join('')}`);
}

const repository = join(import.meta.dirname, '..');

function versionOf(name: string): string {
  const path = join(repository, 'node_modules', name, 'package.json');
  return `${name} ${JSON.parse(readFileSync(path, 'utf8')).version}`;
}

export function printHeading({ rounds }: Options, durableCommit: number): void {
  const builtAt = statSync(join(repository, buildMark)).mtime.toISOString();
  console.log(`Accord as built at ${builtAt}
${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.versions.node} · ${versionOf('next')} · ${versionOf('oidc-provider')}
${rounds} rounds, of which the median is given (least–most) · one durable SQLite commit here: ${durableCommit.toFixed(2)} ms`);
}
