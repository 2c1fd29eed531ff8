import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What Next writes last. */
export const buildMark = '.next/BUILD_ID';

/** Runs a command to its end; a fault with what it printed when it fails. */
export async function run(command: string, parameters: string[], folder: string): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(command, parameters, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const printed = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await exited;
  if (status !== 0)
    throw new Error(`${command} ${parameters.join(' ')} in ${folder} ended with ${status}\n${printed.join('\n')}`);
}

/** Builds a checkout for production by its own script, unless that has been done. */
export async function buildUnlessBuilt(folder: string): Promise<void> {
  if (existsSync(join(folder, buildMark))) return;
  console.log(`npm run build in ${folder}`);
  await run('npm', ['run', '--silent', 'build'], folder);
}
