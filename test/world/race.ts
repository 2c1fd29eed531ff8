import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const prelude = `
import { once } from 'node:events';
const start = async () => {
  process.stdout.write('ready\\n');
  process.stdin.ref();
  await once(process.stdin, 'data');
  process.stdin.unref();
};
`;

/**
 * Runs one script in several processes of their own, which wait for each other at every \`await start()\`; answers the
 * lines that each of them wrote. The script sees the repository as its package.
 */
export async function race(
  processes: number,
  script: string,
  variables: Record<string, string> = {},
): Promise<string[][]> {
  const options = { env: { ...process.env, ...variables } };
  const flags = ['--no-warnings', '--input-type=module-typescript', '-e', prelude + script];
  const runners = Array.from({ length: processes }, () => spawn(process.execPath, flags, options));
  let ready = 0;
  const onReady = () => {
    ready += 1;
    if (ready % processes === 0) for (const { stdin } of runners) stdin.write('go\n');
  };
  try {
    return await Promise.all(runners.map((runner) => follow(runner, onReady)));
  } finally {
    // When one has failed, the others wait for it.
    for (const runner of runners) runner.kill();
  }
}

async function follow(runner: ChildProcessWithoutNullStreams, onReady: () => void): Promise<string[]> {
  runner.stdin.on('error', () => undefined);
  const lines: string[] = [];
  createInterface(runner.stdout).on('line', (line) => (line === 'ready' ? onReady() : lines.push(line)));
  const ended = new Promise<number | null>((resolve) => runner.once('close', resolve));
  const [trouble, status] = await Promise.all([text(runner.stderr), ended]);
  if (status === 0) return lines;
  throw new Error(`A process ended with ${status}: ${trouble}`);
}
