import { spawnSync } from 'node:child_process';

/** Installs a package of the distribution; false where that cannot be. */
export function installDebianPackage(name: string): boolean {
  console.log(`There is no ${name} here: installing the one of the distribution.`);
  const commands = [['update'], ['install', '--yes', '--no-install-recommends', name]];
  return commands.every((parameters) => {
    const { status } = spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      // At this level of running no service is started: a test starts what it needs, where it wants it.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
    return status === 0;
  });
}
