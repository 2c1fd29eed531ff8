import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, which can be filled to its last byte. */
export interface SmallDisk {
  directory: string;
  fill(): void;
  free(): void;
  remove(): void;
}

/** Mounts one in memory (Linux, root); undefined where that is not allowed. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'accord-disk-'));
  const run = (...command: [string, ...string[]]) =>
    spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=1777`, 'accord', directory)) {
    rmSync(directory, { recursive: true });
    return undefined;
  }
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill() {
      // To the last page, of which a file system in memory has 4,096 bytes.
      const { bavail, bsize } = statfsSync(directory);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(ballast),
    remove() {
      run('umount', '-l', directory);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
