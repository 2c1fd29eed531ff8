import { spawnSync } from 'node:child_process';

/** Installs a package of the distribution; false where that cannot be. */
export function installDebianPackage(name: string): boolean {
  console.log(`There is no ${name} here: installing the one of the distribution.`);
  const commands = [['update'], ['install', '--yes', '--no-install-recommends', name]];
  return commands.every((parameters) => {
    const { status } = spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return status === 0;
  });
}
