import { join } from 'node:path';
import { freePort } from '../scripts/free-port.ts';
import { accord } from './accord.ts';
import { prepareBefore } from './before.ts';
import type { Contender } from './contender.ts';
import type { DatabaseKind, NewDatabase } from './database.ts';
import { StepTimes } from './drive.ts';
import { emptyPage } from './empty-page.ts';
import { begin, CONCURRENCY, runJourneys, runPages, type Subject, weigh } from './measure.ts';
import { oidcProvider } from './oidc-provider-contender.ts';
import type { Options } from './options.ts';
import type { PageWeight } from './page-weight.ts';
import { printPages } from './pages-report.ts';
import { writeRegistry } from './registry.ts';

/** What a customer's pages cost: this version beside the one before, and beside what neither has added anything to. */
export async function comparePages(options: Options, directory: string, newDatabase: NewDatabase): Promise<void> {
  const { subjects: wanted, journeys, rounds } = options;
  const [processes = 1] = options.processes;
  // A page is one request of three.
  const pages = 3 * journeys;
  const before = wanted.includes('before') ? await prepareBefore(options.before) : undefined;
  const kinds: DatabaseKind[] = wanted.includes('postgres') ? ['SQLite', 'PostgreSQL'] : ['SQLite'];
  const contenders: Contender[] = [];
  for (const kind of kinds) contenders.push(...(await contendersOn(kind)));
  if (wanted.includes('empty-page')) contenders.push(emptyPage(await freePort()));

  const subjects: Subject[] = [];
  const weights = new Map<Subject, PageWeight>();
  try {
    for (const contender of contenders) {
      await contender.prepare();
      const subject = await begin(contender, 3);
      subjects.push(subject);
      weights.set(subject, await weigh(subject));
    }
    const travelled = subjects.filter(({ contender }) => contender.oauth);
    for (const subject of travelled) await runJourneys(subject, 4 * journeys, new StepTimes());
    for (const subject of subjects) await runPages(subject, 2 * pages);
    for (let round = 1; round <= rounds; round += 1) {
      console.log(`round ${round} of ${rounds}`);
      for (const subject of travelled) subject.journeys.push(await runJourneys(subject, journeys, subject.times));
      for (const subject of subjects) {
        subject.pages.push(await runPages(subject, pages));
        subject.megabytes.push(subject.server.residentMegabytes());
      }
      // Whoever comes first in one round comes last in the next.
      travelled.reverse();
      subjects.reverse();
    }
    printPages(subjects, weights, before);
  } finally {
    for (const { server } of subjects) await server.stop();
  }

  async function contendersOn(kind: DatabaseKind): Promise<Contender[]> {
    const suffix = kind === 'SQLite' ? '' : `, ${kind}`;
    const version = async (name: string, folder: string) =>
      accord({
        name: `${name}${suffix}`,
        folder,
        port: await freePort(),
        database: await newDatabase(kind, name.replaceAll(' ', '_').toLowerCase()),
        registry: writeRegistry(folder, join(directory, `${name}.json`), CONCURRENCY),
        processes,
      });
    const found: Contender[] = [];
    if (wanted.includes('accord')) found.push(await version('Accord', join(import.meta.dirname, '..')));
    if (before) found.push(await version('Accord before', before.folder));
    if (wanted.includes('oidc-provider'))
      found.push(
        oidcProvider({
          name: `oidc-provider${suffix}`,
          port: await freePort(),
          database: await newDatabase(kind, 'oidc_provider'),
          processes,
        }),
      );
    return found;
  }
}
