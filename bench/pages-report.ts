import type { Before } from './before.ts';
import { median, percentile } from './drive.ts';
import { CONCURRENCY, type Subject } from './measure.ts';
import type { PageWeight } from './page-weight.ts';
import { cpuEach, perSecond, printLine, ratios, spread } from './report.ts';

type Weights = Map<Subject, PageWeight>;

const kilobytes = (bytes = 0) => bytes / 1000;

export function printPages(subjects: Subject[], weights: Weights, before: Before | undefined): void {
  const columns = subjects.toSorted((one, other) => order(one) - order(other));
  const row = (label: string, cell: (subject: Subject) => string) => printLine(label, columns.map(cell));
  console.log(`\nPeople's pages, ${CONCURRENCY} at a time${before ? ` (before: ${before.name})` : ''}\n`);
  row('', ({ contender }) => contender.name);
  row('journeys a second', ({ journeys }) => spread(journeys.map(perSecond), 0));
  row('CPU a journey, ms', ({ journeys }) => spread(journeys.map(cpuEach), 2));
  row('pages a second', ({ pages }) => spread(pages.map(perSecond), 0));
  row('CPU a page, ms', ({ pages }) => spread(pages.map(cpuEach), 2));
  row('process start to first page, ms', ({ startMilliseconds }) => spread(startMilliseconds, 0));
  row('resident memory after a round, MB', ({ megabytes }) => spread(megabytes, 0));
  row('processes', ({ server }) => String(server.processCount()));
  for (const [label, part] of [
    ['HTML, kB gzip', 'html'],
    ['style sheets, kB gzip', 'styles'],
    ['scripts, kB gzip', 'scripts'],
  ] as const)
    row(label, (subject) => kilobytes(weights.get(subject)?.[part]).toFixed(1));
  for (const subject of columns) printSteps(subject);
  printRatios(columns, weights);
}

const names = ['Accord', 'Accord before', 'oidc-provider', 'Accord, PostgreSQL', 'Accord before, PostgreSQL'];

function order({ contender }: Subject): number {
  const place = names.indexOf(contender.name);
  return place === -1 ? names.length : place;
}

function printSteps({ contender, times }: Subject): void {
  for (const [step, values] of times.steps) {
    const [half, most] = [percentile(values, 50), percentile(values, 99)].map((value) => value.toFixed(1));
    printLine(`${contender.name}: ${step}`, [`p50 ${half} ms`, `p99 ${most} ms`]);
  }
}

function printRatios(subjects: Subject[], weights: Weights): void {
  const find = (name: string) => subjects.find(({ contender }) => contender.name === name);
  for (const suffix of ['', ', PostgreSQL']) {
    const [ours, before] = [find(`Accord${suffix}`), find(`Accord before${suffix}`)];
    if (ours && before) compareVersions(suffix, ours, before, weights);
  }
  const [ours, empty] = [find('Accord'), find('empty Next page')];
  if (ours && empty)
    printLine('\nCPU: consent page ÷ empty page', [
      spread(ratios(ours.pages.map(cpuEach), empty.pages.map(cpuEach)), 2),
    ]);
}

/** What the change from the version before to this one has cost or saved. */
function compareVersions(suffix: string, ours: Subject, before: Subject, weights: Weights): void {
  console.log(`\nAccord ÷ Accord before${suffix}`);
  const both = (label: string, values: (subject: Subject) => number[]) =>
    printLine(label, [spread(ratios(values(ours), values(before)), 2)]);
  const sizes = (label: string, value: (subject: Subject) => number, digits: number) => {
    const [now, then] = [value(ours), value(before)];
    printLine(label, [`${(now / then).toFixed(2)} (${now.toFixed(digits)} ÷ ${then.toFixed(digits)})`]);
  };
  both('CPU a journey', ({ journeys }) => journeys.map(cpuEach));
  both('CPU a page', ({ pages }) => pages.map(cpuEach));
  both('journeys a second', ({ journeys }) => journeys.map(perSecond));
  sizes('HTML, kB gzip', (subject) => kilobytes(weights.get(subject)?.html), 1);
  sizes('scripts, kB gzip', (subject) => kilobytes(weights.get(subject)?.scripts), 1);
  both('resident memory after a round', ({ megabytes }) => megabytes);
  sizes('process start to first page, ms', ({ startMilliseconds }) => median(startMilliseconds), 0);
}
