import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { openSampleBank } from './bank/open.ts';
import { isBuildNeeded } from './build-state.ts';
import { kept } from './kept.ts';

const isDevelopment = process.argv.includes('--dev');
const root = join(import.meta.dirname, '..');
const port = process.env.PORT || '3000';
const issuer = process.env.ACCORD_ISSUER || `http://localhost:${port}`;

// A registry that is given is served as it is; the sample world's has a bank of its own besides, which is opened here.
const bank = process.env.ACCORD_REGISTRY ? undefined : openSampleBank({ root, accord: issuer, port: Number(port) + 1 });

// Whatever the environment says is honoured; what it does not say is made here and kept under .accord/.
const environment = {
  ...process.env,
  ...bank?.variables,
  PORT: port,
  NODE_ENV: isDevelopment ? ('development' as const) : ('production' as const),
  ACCORD_ISSUER: issuer,
  ACCORD_SECRET: process.env.ACCORD_SECRET || kept(root, 'secret'),
  ACCORD_WORKERS: process.env.ACCORD_WORKERS || '1',
  ACCORD_REGISTRY: process.env.ACCORD_REGISTRY || bank?.registryPath,
  DATABASE_URL: process.env.DATABASE_URL || `file:${join(root, '.accord/accord.db')}`,
};

if (isDevelopment) await run('npm', ['run', '--silent', 'styles']);
else if (isBuildNeeded(root)) {
  console.log('Building Accord. It takes about a minute, the first time only.');
  await run('npm', ['run', '--silent', 'build']);
}

const bankProcess = bank?.start();
const server = spawn(process.execPath, ['server.js', ...(isDevelopment ? ['--dev'] : [])], {
  cwd: root,
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
});
server.stdout.on('data', (chunk: Buffer) => {
  const text = chunk.toString();
  process.stdout.write(text);
  if (text.includes('Accord listens')) console.log(whereToClick());
});

// The two stop together, whichever is first.
const processes: ChildProcess[] = bankProcess ? [server, bankProcess] : [server];
let isAskedToStop = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    isAskedToStop = true;
    for (const child of processes) child.kill(signal);
  });
bankProcess?.on('exit', () => {
  if (!isAskedToStop && server.exitCode === null) console.error('The sample bank has stopped, and Accord with it.');
  server.kill('SIGTERM');
});
server.on('exit', (code) => {
  bankProcess?.kill('SIGTERM');
  process.exit(isAskedToStop ? (code ?? 0) : code || 1);
});

function run(command: string, parameters: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${parameters.join(' ')} failed`)),
    );
  });
}

function whereToClick(): string {
  const recipient = issuer.replace('//localhost', '//127.0.0.1');
  return [
    '',
    '  The sample world is open.',
    `  Start at the sample recipient:  ${recipient}/demo`,
    '  Sign in at Maple Bank as camille / erable-rouge (several accounts) or noah / maple-leaf (one account).',
    ...(bank
      ? [
          '  Harbour Trust has its own sign-in with a code, and its own data: sigrid / phare-blanc or tomas / blue-buoy.',
        ]
      : []),
    `  What a customer shares, and how it is stopped:  ${issuer}/consents`,
    '  Ctrl+C stops it.',
    '',
  ].join('\n');
}
