import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallChromium } from './chromium.ts';
import { startPostgres } from './postgres.ts';
import { findOrInstallSchemathesis } from './schemathesis.ts';

/** Everything that proves Accord, one part after the other; ends with the count of both test runners. */
const reports = mkdtempSync(join(tmpdir(), 'accord-test-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');
const failedParts: string[] = [];

part('lint', 'biome', ['check', '--error-on-warnings']);
part('types', 'tsc', ['--noEmit']);
const postgres = await startPostgres();
if (!postgres) {
  console.log(
    '\n== There is no PostgreSQL here and none can be installed: its tests are skipped. Set TEST_DATABASE_URL.',
  );
  if (process.env.CI) failedParts.push('PostgreSQL');
}
part(
  'unit tests',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  postgres && { TEST_DATABASE_URL: postgres.url },
);
postgres?.stop();
part('build', 'npm', ['run', '--silent', 'build']);
if (findOrInstallSchemathesis()) part('attack', 'node', ['scripts/attack.ts', '--examples', '5', '--seed', '1']);
else {
  console.log('\n== Schemathesis cannot be installed here (Python 3 and PyPI are needed): NOTHING IS ATTACKED.');
  if (process.env.CI) failedParts.push('attack');
}
const chromium = findOrInstallChromium();
console.log(`\n== Chromium: ${chromium}`);
part('end-to-end tests', 'playwright', ['test', '--reporter=list,json'], {
  CHROMIUM: chromium,
  PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
});

const unit = readUnitCounts();
const browser = readBrowserCounts();
rmSync(reports, { recursive: true });
const passed = unit.passed + browser.passed;
const failed = unit.failed + browser.failed + (unit.failed + browser.failed === 0 ? failedParts.length : 0);
const skipped = unit.skipped + browser.skipped;
console.log(`\n== unit tests: ${inWords(unit)}; end-to-end tests: ${inWords(browser)}`);
if (failedParts.length > 0) console.log(`== failed: ${failedParts.join(', ')}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failedParts.length > 0 ? 1 : 0);

function part(name: string, command: string, parameters: string[], more: Record<string, string> = {}): void {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, ...more } });
  if (status !== 0) failedParts.push(name);
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function readUnitCounts(): Counts {
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function readBrowserCounts(): Counts {
  const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
