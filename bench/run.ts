import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/free-port.ts';
import { accord } from './accord.ts';
import { StepTimes } from './drive.ts';
import { measureDurableCommit } from './durable-commit.ts';
import { emptyPage } from './empty-page.ts';
import { begin, runJourneys, runPages, type Subject, weigh } from './measure.ts';
import { oidcProvider } from './oidc-provider-journey.ts';
import type { PageWeight } from './page-weight.ts';
import { openPostgres } from './postgres.ts';
import { writeRegistry } from './registry.ts';
import { printReport } from './report.ts';

const {
  BENCH_JOURNEYS = '200',
  BENCH_ROUNDS = '9',
  BENCH_SUBJECTS = 'accord oidc-provider empty-page postgres',
} = process.env;
const journeys = Number(BENCH_JOURNEYS);
const rounds = Number(BENCH_ROUNDS);
const warmUp = 2 * journeys;
const wanted = BENCH_SUBJECTS.split(' ');

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const registry = writeRegistry(directory);
const file = (name: string) => ({ name: '', url: `file:${join(directory, name)}` });
const postgres = wanted.includes('postgres') ? await openPostgres(['accord', 'oidc_provider']) : undefined;
const subjects: Subject[] = [];
const weights = new Map<Subject, PageWeight>();
try {
  const contenders = [
    ...(wanted.includes('accord') ? [accord(await freePort(), file('accord.db'), registry)] : []),
    ...(wanted.includes('oidc-provider') ? [oidcProvider(await freePort(), file('oidc-provider.db'))] : []),
    ...(wanted.includes('empty-page') ? [emptyPage(await freePort())] : []),
    ...(postgres
      ? [
          accord(await freePort(), postgres.database('accord'), registry),
          oidcProvider(await freePort(), postgres.database('oidc_provider')),
        ]
      : []),
  ];
  for (const contender of contenders) {
    await contender.prepare();
    const subject = await begin(contender, 3);
    subjects.push(subject);
    weights.set(subject, await weigh(subject));
  }
  const travelled = subjects.filter(({ contender }) => contender.journey);
  const compared = subjects.filter(({ contender }) => !contender.name.startsWith('oidc-provider'));

  for (const subject of travelled) await runJourneys(subject, warmUp, new StepTimes());
  for (const subject of compared) await runPages(subject, warmUp);
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`round ${round} of ${rounds}`);
    for (const subject of travelled) subject.journeys.push(await runJourneys(subject, journeys, subject.times));
    for (const subject of compared) subject.pages.push(await runPages(subject, journeys));
  }
  printReport({ subjects, weights, durableCommit: measureDurableCommit(directory), journeys, rounds });
} finally {
  for (const { server } of subjects) await server.stop();
  postgres?.stop();
}
