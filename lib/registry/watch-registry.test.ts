import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { providerRegistration, recipientRegistration } from '../../test/world/registration.ts';
import { temporaryServer } from '../../test/world/temporary-server.ts';
import { currentRegistry, registryInForce } from './current.ts';
import { voiceOf } from './voice-of.ts';
import { readAgain, watchRegistry } from './watch-registry.ts';

const variables = temporaryServer();
const path = variables.ACCORD_REGISTRY ?? '';
const textOf = (status: string) =>
  JSON.stringify({ providers: [providerRegistration], recipients: [{ ...recipientRegistration, status }] });

/** Waits until the registry of this process says so of its one recipient. */
const untilIt = (status: string | undefined) =>
  vi.waitFor(() => expect(currentRegistry().recipients.get('ledger')?.status).toBe(status), {
    timeout: 5000,
    interval: 50,
  });

describe('O16 the registry of a running process', () => {
  it('follows its file: written into, renamed over, and as a link that is set elsewhere', async () => {
    watchRegistry(path, variables);
    writeFileSync(path, textOf('suspended'));
    await untilIt('suspended');

    writeFileSync(`${path}.new`, textOf('active'));
    renameSync(`${path}.new`, path);
    await untilIt('active');

    // As Kubernetes mounts a ConfigMap: registry.json -> ..data/registry.json, ..data -> ..1.
    for (const [name, status] of [
      ['..1', 'suspended'],
      ['..2', 'active'],
    ] as const) {
      const directory = join(dirname(path), name);
      mkdirSync(directory);
      writeFileSync(join(directory, 'registry.json'), textOf(status));
    }
    symlinkSync('..1', join(dirname(path), '..data'));
    rmSync(path);
    symlinkSync('..data/registry.json', path);
    await untilIt('suspended');
    symlinkSync('..2', join(dirname(path), '..data_tmp'));
    renameSync(join(dirname(path), '..data_tmp'), join(dirname(path), '..data'));
    await untilIt('active');
  }, 25_000);

  it('stays as it was while the file is wrong or gone, and knows it', async () => {
    const { sha256 } = registryInForce();
    const untilRefused = (isFileRefused: boolean) =>
      vi.waitFor(() => expect(registryInForce()).toMatchObject({ sha256, isFileRefused }), { timeout: 5000 });
    writeFileSync(path, textOf('stopped'));
    await untilRefused(true);
    writeFileSync(path, textOf('active'));
    await untilRefused(false);
    rmSync(path);
    await untilRefused(true);
    writeFileSync(path, JSON.stringify({ providers: [providerRegistration], recipients: [] }));
    await untilIt(undefined);
    expect(registryInForce().isFileRefused).toBe(false);
  }, 25_000);

  it('is not taken over with a wrong wording of a bank or the name of another, and brings a right wording anew', async () => {
    const wording = join(dirname(path), 'wording.json');
    const provider = { ...providerRegistration, 'wording#en': 'wording.json' };
    const take = async (active: string, given: object[] = [provider]) => {
      writeFileSync(wording, JSON.stringify({ Dashboard: { active } }));
      writeFileSync(path, JSON.stringify({ providers: given, recipients: [] }));
      await readAgain(path, variables, 'SIGHUP');
      const [bank] = currentRegistry().providers.values();
      return [registryInForce().isFileRefused, bank && voiceOf(bank).wording.en?.Dashboard?.active];
    };
    expect(await take('Now')).toEqual([false, 'Now']);
    expect(await take('At present')).toEqual([false, 'At present']);
    expect(await take('For {nobody}')).toEqual([true, 'At present']);
    expect(await take('Now')).toEqual([false, 'Now']);
    const lookAlike = { ...providerRegistration, provider_id: '2000', registered_entity_name: 'Another Inc.' };
    expect(await take('Now', [provider, lookAlike])).toEqual([true, 'Now']);
  });
});
