import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { freePort } from '../scripts/free-port.ts';
import { accord } from './accord.ts';
import { median, StepTimes } from './drive.ts';
import { begin, CONCURRENCY, runJourneys, type Subject, startWithCustomers } from './measure.ts';
import { writeRegistry } from './registry.ts';

const { BENCH_STORED = '0 100000 1000000', BENCH_ROUNDS = '7', BENCH_JOURNEYS = '200' } = process.env;
const [rounds, journeys] = [Number(BENCH_ROUNDS), Number(BENCH_JOURNEYS)];
const directory = mkdtempSync(join(tmpdir(), 'accord-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

const folder = join(import.meta.dirname, '..');
const registry = writeRegistry(folder, join(directory, 'registry.json'), CONCURRENCY);

interface Measured {
  stored: number;
  subject: Subject;
  perSecond: number[];
  dashboard: number[];
}

const measured: Measured[] = [];
try {
  for (const stored of BENCH_STORED.split(' ').map(Number)) {
    const path = join(directory, `${stored}.db`);
    const contender = accord({
      name: `Accord with ${stored}`,
      folder,
      port: await freePort(),
      database: { kind: 'SQLite', url: `file:${path}` },
      registry,
    });
    await contender.prepare();
    // Makes the tables.
    const { server } = await startWithCustomers(contender, 1);
    await server.stop();
    fill(path, stored);
    measured.push({ stored, subject: await begin(contender, 1), perSecond: [], dashboard: [] });
  }
  for (const { subject } of measured) await runJourneys(subject, journeys, new StepTimes());
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`round ${round} of ${rounds}`);
    for (const one of measured) {
      const { count, seconds } = await runJourneys(one.subject, journeys, one.subject.times);
      one.perSecond.push(count / seconds);
      one.dashboard.push(...(await openDashboard(one.subject)));
    }
  }
  report();
} finally {
  for (const { subject } of measured) await subject.server.stop();
}

/** Consents of other customers, four in five of them ended, each with two events. */
function fill(path: string, count: number): void {
  if (count === 0) return;
  const now = Math.floor(Date.now() / 1000);
  const database = new DatabaseSync(path);
  database.exec('pragma synchronous = off');
  database.exec(`
    with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${count})
    insert into consents (id, client_id, provider_id, sub, correlation_id, clusters, account_ids, duration_type,
      language, text_version, text_hash, text, request_hash, status, created_at, expires_at, ended_at, ended_by,
      end_reason, event_count, event_head)
    select lower(hex(randomblob(16))), 'budget-buddy', '1000', 'customer-' || (n / 10), 'journey-' || n,
      '["ACCOUNT_BASIC"]', '["acc-1"]', 'TIME_BOUND', 'en', '1', 'hash', '${'x'.repeat(1500)}', hex(randomblob(16)),
      case when n % 5 = 0 then 'active' else 'revoked' end, ${now} - n % 30000000, ${now + 10_000_000},
      case when n % 5 = 0 then null else ${now} end, 'customer', 'stopped', 2, 'head'
    from counted`);
  database.exec(`
    insert into consent_events (consent_id, number, type, actor, detail, happened_at, hash)
    select id, 1, 'shown', 'accord', '{}', created_at, 'hash' from consents
    union all select id, 2, 'allowed', 'customer', '{}', created_at, 'head' from consents`);
  database.close();
}

/** Milliseconds that a customer waits for the list of what they share. */
function openDashboard({ server, browsers, connections }: Subject): Promise<number[]> {
  const [browser] = browsers;
  const times: number[] = [];
  return connections.during(1, async () => {
    for (let time = 0; browser && time < 20; time += 1) {
      const begun = performance.now();
      const { answer } = await browser.open(new URL('/consents?provider_id=1000&language=en', server.url));
      if (answer.status !== 200) throw new Error(`the dashboard answered ${answer.status}`);
      times.push(performance.now() - begun);
    }
    return times;
  });
}

function report(): void {
  const [none] = measured;
  console.log('\nstored consents        journeys a second          ÷ none      dashboard, ms     ÷ none');
  for (const { stored, perSecond, dashboard } of measured) {
    const share = median(perSecond.map((value, round) => value / (none?.perSecond[round] ?? Number.NaN)));
    const slower = median(dashboard) / median(none?.dashboard ?? []);
    console.log(
      [
        String(stored).padStart(15),
        `${median(perSecond).toFixed(0)} (${Math.min(...perSecond).toFixed(0)}–${Math.max(...perSecond).toFixed(0)})`.padStart(
          25,
        ),
        share.toFixed(2).padStart(16),
        median(dashboard).toFixed(1).padStart(19),
        slower.toFixed(2).padStart(11),
      ].join(''),
    );
  }
}
