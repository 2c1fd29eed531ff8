import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from './world/temporary-database.ts';

const root = join(import.meta.dirname, '..');

/** What the server without a build says and ends with, run by Node with some options. */
function start(...options: string[]) {
  const directory = temporaryDirectory();
  for (const source of ['server.js', 'server', 'package.json'])
    cpSync(join(root, source), join(directory, source), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, 'server.js'], {
    cwd: directory,
    encoding: 'utf8',
    timeout: 10_000,
  });
  return { status, stdout, stderr };
}

describe('a start says in a sentence', () => {
  it('that nothing was built', () =>
    expect(start()).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Accord cannot start:\n  nothing was built: run `npm run build` first\n',
    }));

  it('that this Node is too old', () => {
    const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.12.9' } })";
    expect(start('--import', `data:text/javascript,${encodeURIComponent(older)}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Accord cannot start:\n  this is Node 22.12.9, and it needs 22.13 or newer: `npm start` brings its own\n',
    });
  });
});
