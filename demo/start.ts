import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openSampleBank } from './bank/open.ts';
import { isBuildNeeded } from './build-state.ts';
import { kept } from './kept.ts';
import { openSampleRecipient } from './open-recipient.ts';
import { findTakenPort } from './ports.ts';
import { type Member, untilAllStopped, untilListening } from './together.ts';
import { registryIsServed, sampleWorldIsOpen } from './where-to-click.ts';

const isDevelopment = process.argv.includes('--dev');
const root = join(import.meta.dirname, '..');
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_533) giveUp('PORT must be a whole number from 1 to 65533.');
const issuer = process.env.ACCORD_ISSUER || `http://localhost:${port}`;
// A registry that is given is served by itself; the sample world's has a bank and a recipient besides.
const givenRegistry = process.env.ACCORD_REGISTRY;

const taken = await findTakenPort(givenRegistry ? [port] : [port, port + 1, port + 2]);
if (taken) {
  const other = taken < 4000 || taken > 4002 ? 4000 : 5000;
  giveUp(`Port ${taken} is taken. Try PORT=${other} npm run ${isDevelopment ? 'dev' : 'demo'}`);
} else if (isBuildNeeded(root)) {
  console.log('Building Accord. It takes about a minute, the first time only.');
  await run('npm', ['run', '--silent', 'build']);
}

const sample = givenRegistry ? undefined : openSampleWorld();
const accord = spawn(process.execPath, ['server.js', ...(isDevelopment ? ['--dev'] : [])], {
  cwd: root,
  // Whatever the environment says is honoured; what it does not say is made here and kept under .accord/.
  env: {
    ...process.env,
    ...sample?.variables,
    PORT: String(port),
    NODE_ENV: isDevelopment ? 'development' : 'production',
    ACCORD_ISSUER: issuer,
    ACCORD_SECRET: process.env.ACCORD_SECRET || kept(root, 'secret'),
    ACCORD_WORKERS: process.env.ACCORD_WORKERS || '1',
    ACCORD_REGISTRY: givenRegistry || sample?.registryPath,
    ACCORD_HOME: process.env.ACCORD_HOME || sample?.recipient.origin,
    ACCORD_LOG_LEVEL: process.env.ACCORD_LOG_LEVEL || 'warn',
    DATABASE_URL: process.env.DATABASE_URL || `file:${join(root, '.accord/accord.db')}`,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const members: Member[] = [{ name: 'Accord', process: accord }, ...(sample?.start() ?? [])];
const allStopped = untilAllStopped(members);
Promise.all(members.map(untilListening)).then(() =>
  console.log(
    sample
      ? sampleWorldIsOpen({ issuer, recipient: sample.recipient.origin })
      : registryIsServed({ issuer, registry: String(givenRegistry) }),
  ),
);
process.exit(await allStopped);

function openSampleWorld() {
  const bank = openSampleBank({ root, accord: issuer, port: port + 1 });
  const { registryPath, variables } = bank;
  const worldPath = join(root, `.accord/sample-world-${port + 2}.json`);
  const recipient = openSampleRecipient({ root, accord: issuer, port: port + 2, registryPath, worldPath });
  const start = (): Member[] => [
    { name: 'The sample bank', process: bank.start() },
    { name: 'The sample recipient', process: recipient.start() },
  ];
  return { registryPath, variables, recipient, start };
}

function run(command: string, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${parameters.join(' ')} failed`)),
    );
  });
}

function giveUp(reason: string): never {
  console.error(reason);
  process.exit(1);
}
