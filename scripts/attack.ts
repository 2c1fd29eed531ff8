import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { discardServer, startServer } from '../e2e/servers/server.ts';
import { grant } from '../e2e/support/granted.ts';
import { Visitor } from '../e2e/support/visitor.ts';
import { attackers } from './attackers.ts';
import { findOrInstallSchemathesis } from './schemathesis.ts';

const { values } = parseArgs({
  options: { examples: { type: 'string', default: '60' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(Math.floor(Math.random() * 2 ** 32));

const schemathesis = findOrInstallSchemathesis();
if (!schemathesis) {
  console.error('Schemathesis cannot be installed here (Python 3 and PyPI are needed): NOTHING WAS ATTACKED.');
  process.exit(2);
}
const directory = mkdtempSync(join(tmpdir(), 'accord-attack-'));
const server = await startServer();
let failed = 0;
try {
  const customer = new Visitor(server.origin);
  await customer.signIn('camille');
  const cookie = [...customer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const [{ consentId }, { consentId: another }] = [await grant(server), await grant(server)];
  for (const { name, config } of attackers({ origin: server.origin, cookie, consentId, another })) {
    console.log(`\n== ${name}`);
    const file = join(directory, 'schemathesis.toml');
    writeFileSync(file, config);
    const parameters = [
      '--config-file',
      file,
      '--no-color',
      'run',
      '--warnings',
      'off',
      `${server.origin}/openapi.json`,
    ];
    const attack = spawn(schemathesis, [...parameters, '--max-examples', values.examples, '--seed', seed], {
      cwd: directory,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [status] = await once(attack, 'exit');
    if (status !== 0) failed += 1;
  }
  failed += reportOf(server.output.join('').split('\n').filter(Boolean));
} finally {
  await discardServer(server);
  rmSync(directory, { recursive: true, force: true });
}
console.log(
  failed === 0 ? `\nnothing gave way (seed ${seed})` : `\n${failed} failed (npm run attack -- --seed ${seed})`,
);
process.exit(failed === 0 ? 0 : 1);

/** Says how often each status was answered, and what the server has written about faults of its own; gives 1 if it has. */
function reportOf(lines: string[]): number {
  const written = lines.map((line) => JSON.parse(line) as { level: string; status?: number });
  const statuses = Map.groupBy(
    written.filter(({ status }) => status !== undefined),
    ({ status }) => Number(status),
  );
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, all]) => `${status}: ${all.length}`);
  console.log(`\n== answered ${counts.join(', ')}`);
  const faults = lines.filter((_, index) => !['info', 'warn'].includes(written[index]?.level ?? ''));
  for (const line of faults.slice(0, 20)) console.log(line);
  return faults.length > 0 ? 1 : 0;
}
