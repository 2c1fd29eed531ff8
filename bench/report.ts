import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { median, percentile } from './drive.ts';
import { CONCURRENCY, type Round, type Subject } from './measure.ts';
import type { PageWeight } from './page-weight.ts';

export interface Results {
  subjects: Subject[];
  weights: Map<Subject, PageWeight>;
  durableCommit: number;
  journeys: number;
  rounds: number;
}

const perSecond = ({ count, seconds }: Round): number => count / seconds;
const cpuEach = ({ count, cpuMilliseconds }: Round): number => cpuMilliseconds / count;

/** The median of the rounds, and from the least to the most of them. */
function spread(values: number[], digits: number): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return values.length === 0 ? '–' : `${median(values).toFixed(digits)} (${low}–${high})`;
}

function line(label: string, cells: string[]): void {
  console.log(`${label.padEnd(44)}${cells.map((cell) => cell.padStart(27)).join('')}`);
}

function versionOf(name: string): string {
  const path = join(import.meta.dirname, '../node_modules', name, 'package.json');
  return `${name} ${JSON.parse(readFileSync(path, 'utf8')).version}`;
}

function ratio(label: string, above: number[], below: number[]): void {
  const pairs = above.map((value, round) => value / (below[round] ?? Number.NaN));
  if (pairs.length > 0) line(label, [spread(pairs, 2)]);
}

export function printReport({ subjects, weights, durableCommit, journeys, rounds }: Results): void {
  const find = (name: string) => subjects.find(({ contender }) => contender.name === name);
  const row = (label: string, cell: (subject: Subject) => string) => line(label, subjects.map(cell));
  const kilobytes = (bytes: number | undefined) => ((bytes ?? 0) / 1000).toFixed(1);

  console.log(`
${cpus().length} × ${cpus()[0]?.model.trim()} · Node ${process.versions.node} · ${versionOf('next')} · ${versionOf('oidc-provider')}
${rounds} rounds of ${journeys}, ${CONCURRENCY} at a time · one durable SQLite commit here: ${durableCommit.toFixed(2)} ms
median of the rounds (least–most)
`);
  row('', ({ contender }) => contender.name);
  row('journeys a second', (subject) => spread(subject.journeys.map(perSecond), 0));
  row('CPU a journey, ms', (subject) => spread(subject.journeys.map(cpuEach), 2));
  row('pages a second', (subject) => spread(subject.pages.map(perSecond), 0));
  row('CPU a page, ms', (subject) => spread(subject.pages.map(cpuEach), 2));
  row('process start to first page, ms', (subject) => spread(subject.startMilliseconds, 0));
  row('resident memory after the load, MB', ({ server }) => server.residentMegabytes().toFixed(0));
  row('processes', ({ server }) => String(server.processCount()));
  row('HTML, kB gzip', (subject) => kilobytes(weights.get(subject)?.html));
  row('style sheets, kB gzip', (subject) => kilobytes(weights.get(subject)?.styles));
  row("the framework's scripts, kB gzip", (subject) => kilobytes(weights.get(subject)?.frameworkScripts));
  row('our own scripts, kB gzip', (subject) => kilobytes(weights.get(subject)?.ownScripts));

  for (const { contender, times } of subjects) {
    for (const [step, values] of times.steps) {
      const [half, most] = [percentile(values, 50), percentile(values, 99)].map((value) => value.toFixed(1));
      line(`${contender.name}: ${step}`, [`p50 ${half} ms`, `p99 ${most} ms`]);
    }
  }

  const ours = find('Accord');
  const [library, empty] = [find('oidc-provider'), find('empty Next page')];
  if (!ours) return;
  console.log('');
  if (library)
    ratio('journeys a second: Accord ÷ oidc-provider', ours.journeys.map(perSecond), library.journeys.map(perSecond));
  const [oursThere, libraryThere] = [find('Accord, PostgreSQL'), find('oidc-provider, PostgreSQL')];
  if (oursThere && libraryThere)
    ratio('the same on PostgreSQL', oursThere.journeys.map(perSecond), libraryThere.journeys.map(perSecond));
  if (empty) ratio('CPU: consent page ÷ empty page', ours.pages.map(cpuEach), empty.pages.map(cpuEach));
}
