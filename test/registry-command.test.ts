import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from './world/temporary-database.ts';

const root = join(import.meta.dirname, '..');
const sample = join(root, 'demo/registry.json');
const directory = temporaryDirectory();

function run(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/registry.ts', ...parameters], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function changed(name: string, change: (registry: { recipients: Record<string, unknown>[] }) => void): string {
  const registry = JSON.parse(readFileSync(sample, 'utf8'));
  change(registry);
  const path = join(directory, name);
  writeFileSync(path, JSON.stringify(registry));
  return path;
}

describe('npm run registry', () => {
  it('check names all faults at once, each with its path, and ends with 1', () => {
    const path = changed('faulty.json', ({ recipients }) => {
      Object.assign(recipients[0] ?? {}, { Status: 'suspended', requirePkce: true });
      Object.assign(recipients[1] ?? {}, { client_name_fr: 'x', status: 'asleep' });
    });
    const { status, stdout, stderr } = run('check', path);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.trim().split('\n').sort()).toEqual([
      `${path}: recipients[0].Status is not a field that is known here`,
      `${path}: recipients[0].requirePkce is not a field that is known here`,
      `${path}: recipients[1].client_name_fr is not a field that is known here`,
      `${path}: recipients[1].status must be active or suspended`,
    ]);
  });

  it('check says of a good file what is in it and its SHA-256, which /health names', () => {
    const { status, stdout } = run('check', sample);
    expect(status).toBe(0);
    expect(stdout).toContain('2 providers, 4 recipients (1 suspended), nothing wrong.');
    expect(stdout).toContain(createHash('sha256').update(readFileSync(sample)).digest('hex'));
  });

  it('diff ends with 0 for the same, 1 for a change that it names, and 2 for a file that is wrong', () => {
    expect(run('diff', sample, sample)).toEqual({ status: 0, stdout: '', stderr: '' });
    const suspended = changed('suspended.json', ({ recipients }) =>
      Object.assign(recipients[0] ?? {}, { status: 'suspended' }),
    );
    expect(run('diff', sample, suspended)).toMatchObject({
      status: 1,
      stdout: '~ recipients[budget-buddy].status: "active" -> "suspended"\n',
    });
    expect(run('diff', sample, '/nowhere.json')).toMatchObject({ status: 2, stdout: '' });
  });

  it('schema writes the file that is kept', () => {
    const path = join(directory, 'schema.json');
    execFileSync(process.execPath, ['scripts/registry.ts', 'schema', path], { cwd: root });
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(root, 'docs/registry.schema.json'), 'utf8'));
  });

  it('says how it is used where it is not understood, and ends with 2', () => {
    for (const parameters of [[], ['check'], ['diff', sample], ['destroy', sample]])
      expect(run(...parameters)).toMatchObject({ status: 2, stdout: '' });
    expect(run('--help').status).toBe(0);
  });
});
