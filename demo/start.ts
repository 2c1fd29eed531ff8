import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBuildNeeded } from './build-state.ts';

const isDevelopment = process.argv.includes('--dev');
const root = join(import.meta.dirname, '..');
const port = process.env.PORT || '3000';
const issuer = process.env.ACCORD_ISSUER || `http://localhost:${port}`;

// Whatever the environment says is honoured; what it does not say is made here and kept under .accord/.
const environment = {
  ...process.env,
  PORT: port,
  NODE_ENV: isDevelopment ? ('development' as const) : ('production' as const),
  ACCORD_ISSUER: issuer,
  ACCORD_SECRET: process.env.ACCORD_SECRET || keptSecret(),
  ACCORD_WORKERS: process.env.ACCORD_WORKERS || '1',
  ACCORD_REGISTRY: process.env.ACCORD_REGISTRY || join(root, 'demo/registry.json'),
  DATABASE_URL: process.env.DATABASE_URL || `file:${join(root, '.accord/accord.db')}`,
};

if (isDevelopment) await run('npm', ['run', '--silent', 'styles']);
else if (isBuildNeeded(root)) {
  console.log('Building Accord. It takes about a minute, the first time only.');
  await run('npm', ['run', '--silent', 'build']);
}

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
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

function keptSecret(): string {
  const folder = join(root, '.accord');
  const file = join(folder, 'secret');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

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
    '  Ctrl+C stops it.',
    '',
  ].join('\n');
}
