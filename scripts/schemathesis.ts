import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackage } from './debian-package.ts';

const version = '4.32.5';
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'accord');
const place = join(cache, `schemathesis-${version}`);

/** The path of Schemathesis, a fuzzer of OpenAPI: kept in the user's cache, and installed there when it is not; undefined where it cannot be. */
export function findOrInstallSchemathesis(): string | undefined {
  const program = join(place, 'bin/schemathesis');
  if (existsSync(program)) return program;
  console.log(`There is no Schemathesis ${version} here: installing it from PyPI into ${place}.`);
  mkdirSync(cache, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  const makesPlace = () => run('python3', ['-m', 'venv', place]);
  const isInstalled =
    (makesPlace() || (installDebianPackage('python3-venv') && makesPlace())) &&
    run(join(place, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`]);
  if (isInstalled && existsSync(program)) return program;
  // Half of it would be taken for all of it the next time.
  rmSync(place, { recursive: true, force: true });
  return undefined;
}

const run = (command: string, parameters: string[]): boolean =>
  spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 60_000 }).status === 0;
