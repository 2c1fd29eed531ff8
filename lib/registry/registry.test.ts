import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectOneFault, faultsOf, provider, read, recipient, registryOf } from '../../test/world/registry-file.ts';
import { loadRegistry } from './load-registry.ts';
import { findOnlyProvider, readRegistry } from './registry.ts';

describe('a registry', () => {
  it('is the sample world of the demo', () =>
    expect(loadRegistry(fileURLToPath(new URL('../../demo/registry.json', import.meta.url))).outcome).toBe('read'));

  it('may have no recipients yet', () => expect(registryOf(read([provider], [])).recipients.size).toBe(0));

  it('has an only provider when there is one, and none when there are two', () => {
    expect(findOnlyProvider(registryOf(read([provider], [])))?.providerId).toBe('1000');
    expect(findOnlyProvider(registryOf(read([provider, { ...provider, provider_id: '2000' }], [])))).toBeUndefined();
  });
});

describe('a fault of the registry is the path of the field and a sentence', () => {
  it('when two providers have one provider_id', () =>
    expectOneFault(read([provider, provider], [recipient]), 'providers[1].provider_id'));

  it('when two recipients have one client_id', () =>
    expectOneFault(read([provider], [recipient, recipient]), 'recipients[1].client_id'));

  it('when a recipient and a machine of a bank have one client_id', () => {
    const machine = { client_id: 'budget', client_secret_sha256: 'cd'.repeat(32), scope: ['introspection'] };
    const place = 'providers[0].api_clients[0].client_id';
    expectOneFault(read([{ ...provider, api_clients: [machine] }], [recipient]), place);
  });

  it('when machines of two banks have one client_id', () => {
    const machine = { client_id: 'bank-api', client_secret_sha256: 'cd'.repeat(32), scope: ['introspection'] };
    const banks = ['1000', '2000'].map((provider_id) => ({ ...provider, provider_id, api_clients: [machine] }));
    expectOneFault(read(banks, [recipient]), 'providers[1].api_clients[0].client_id');
  });

  it('when there is no provider', () => expectOneFault(read([], [recipient]), 'providers'));
  it('when there are no recipients, not even an empty list', () =>
    expectOneFault(read([provider], undefined), 'recipients'));

  it('for every field that is wrong, at once', () => {
    const faults = faultsOf(read([{ ...provider, name: '' }], [{ ...recipient, status: 'x', duration_period: 400 }]));
    expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual([
      'providers[0].name',
      'recipients[0].duration_period',
      'recipients[0].status',
    ]);
  });

  it('for what is given twice and what is wrong, at once', () => {
    const machine = { client_id: 'budget', client_secret_sha256: 'ab'.repeat(32), scope: ['introspection'] };
    const faults = faultsOf(
      read([{ ...provider, api_clients: [machine] }, provider], [{ ...recipient, acent_color: 1 }]),
    );
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'recipients[0].acent_color',
      'providers[1].provider_id',
      'providers[0].api_clients[0].client_id',
    ]);
  });

  it('with the line of what is no JSON, and without a word of what stands there', () => {
    const [fault] = faultsOf(readRegistry('{\n  "password": "maple-leaf" "x"\n}'));
    expect(fault).toMatch(/^is not JSON: .* at line 2, column 28$/);
    expect(faultsOf(readRegistry('{"password": maple}')).join()).not.toContain('maple');
  });

  it.each(['', '{', 'null', '[]', '"x"', '\ufeff'])('when the file is %j', (json) => {
    const [fault, ...others] = faultsOf(readRegistry(json));
    expect(others).toEqual([]);
    expect(fault?.split(' ').length).toBeGreaterThan(3);
  });

  it('when the file is not there', () => {
    const loading = loadRegistry('/nowhere/registry.json');
    expect(loading).toEqual({ outcome: 'refused', faults: [expect.stringContaining('cannot be read')] });
  });
});
