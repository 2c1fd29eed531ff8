import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const command = ['-f', '-q', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none'];

/** Writes down each time that these processes wait for the disk; undefined without `strace`, or where it may not look. */
export async function watchFsyncs(pids: number[], file: string) {
  if (spawnSync('strace', ['-V']).status !== 0) return undefined;
  const watcher = spawn('strace', [...command, '-o', file, ...pids.flatMap((pid) => ['-p', String(pid)])], {
    stdio: 'ignore',
  });
  const ended = once(watcher, 'exit');
  while (!pids.every(isTraced)) {
    if (watcher.exitCode !== null) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    count: () => readFileSync(file, 'latin1').match(/\b(fsync|fdatasync)\(/g)?.length ?? 0,
    async stop() {
      watcher.kill('SIGINT');
      await ended;
    },
  };
}

/** What the kernel says; a process that has ended needs no looking after. */
function isTraced(pid: number): boolean {
  try {
    return /^TracerPid:\t[1-9]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}
