import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildUnlessBuilt, run } from './build.ts';

const repository = join(import.meta.dirname, '..');
const git = (...parameters: string[]) =>
  execFileSync('git', parameters, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** The version that this one is compared with. */
export interface Before {
  /** As it was asked for, and the commit. */
  name: string;
  folder: string;
}

/** Finds the version before (`BENCH_BEFORE`, else the newest tag `before-*`) and builds it, unless that has been done. */
export async function prepareBefore(wanted: string | undefined): Promise<Before | undefined> {
  const name = wanted || newestTag();
  if (!name) {
    console.log('The version before is left out: BENCH_BEFORE names no commit, and there is no tag before-*.');
    return undefined;
  }
  const commit = git('rev-parse', '--verify', '--short=12', `${name}^{commit}`);
  const folder = join(repository, '.accord/bench', commit);
  const mark = join(folder, '.accord-bench');
  if (!existsSync(mark)) {
    await checkOut(commit, folder);
    await buildUnlessBuilt(folder);
    writeFileSync(mark, '');
  }
  return { name: commit.startsWith(name) ? commit : `${name}, ${commit}`, folder };
}

function newestTag(): string | undefined {
  try {
    return git('tag', '--list', 'before-*', '--sort=-creatordate').split('\n')[0];
  } catch {
    // No repository, as in a copy of the files alone.
    return undefined;
  }
}

/** A repository of its own: Tailwind looks for class names only in what is not ignored. */
async function checkOut(commit: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run('git', ['init', '--quiet'], folder);
  await run('sh', ['-c', `git -C "$0" archive ${commit} | tar -x`, repository], folder);
  // Linked file by file: Turbopack follows no link out of the folder.
  if (hasSamePackages(folder)) await run('cp', ['-al', join(repository, 'node_modules'), folder], repository);
  else await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], folder);
}

interface Lock {
  packages: Record<string, { version?: string; optional?: boolean }>;
}

/** True when all that this checkout wants is installed here in the same version. */
function hasSamePackages(folder: string): boolean {
  const { packages }: Lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, { version, optional }]) => {
    const manifest = join(repository, path, 'package.json');
    if (path === '') return true;
    if (!existsSync(manifest)) return optional ?? false;
    return JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}
