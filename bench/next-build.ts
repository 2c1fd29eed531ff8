import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const nextCommand = join(import.meta.dirname, '../node_modules/next/dist/bin/next');

/** Builds the Next app of that folder for production, with the Node that runs the bench. */
export async function buildWithNext(folder: string): Promise<void> {
  console.log(`next build in ${folder}`);
  const child = spawn(process.execPath, [nextCommand, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`next build in ${folder} ended with ${status}`);
}
