import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const prelude = `
import { once } from 'node:events';
const start = async () => { process.stdout.write('ready\\n'); await once(process.stdin, 'data'); process.stdin.unref(); };
`;

/**
 * Runs one script in several processes of their own, which wait for each other at \`await start()\`; answers what each
 * of them wrote after that. The script sees the repository as its package.
 */
export async function race(
  processes: number,
  script: string,
  variables: Record<string, string> = {},
): Promise<string[]> {
  const runners = Array.from({ length: processes }, () => runScript(script, variables));
  await Promise.all(runners.map(({ isReady }) => isReady));
  for (const { go } of runners) go();
  return Promise.all(runners.map(({ written }) => written));
}

function runScript(script: string, variables: Record<string, string>) {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', prelude + script], {
    env: { ...process.env, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isReady = Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
  const written = Promise.all([text(child.stdout), text(child.stderr), ended]).then(([output, trouble, status]) => {
    if (status !== 0) throw new Error(`A process ended with ${status}: ${trouble}`);
    return output.replace('ready\n', '').trim();
  });
  written.catch(() => undefined);
  return { isReady, written, go: () => child.stdin.end('go\n') };
}
