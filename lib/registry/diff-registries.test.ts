import { describe, expect, it } from 'vitest';
import { customer, provider, recipient } from '../../test/world/registry-file.ts';
import { diffRegistries } from './diff-registries.ts';

const before = { providers: [{ ...provider, customers: [customer] }], recipients: [recipient] };
const but = (change: object) => ({ ...before, ...change });

describe('the difference of two registries', () => {
  it('is nothing where only the order of entries and fields differs', () => {
    const other = { ...recipient, client_id: 'other' };
    const turned = Object.fromEntries(Object.entries(recipient).reverse());
    expect(diffRegistries(but({ recipients: [recipient, other] }), but({ recipients: [other, turned] }))).toEqual([]);
  });

  it('names a field by the id of its entry, with the values before and after', () =>
    expect(
      diffRegistries(before, but({ recipients: [{ ...recipient, status: 'suspended', duration_period: 90 }] })),
    ).toEqual(['~ recipients[budget].duration_period: 365 -> 90', '+ recipients[budget].status: "suspended"']));

  it('names an entry that is new or gone', () =>
    expect(diffRegistries(before, but({ recipients: [{ ...recipient, client_id: 'new' }] }))).toEqual([
      '- recipients[budget]',
      '+ recipients[new]',
    ]));

  it('never tells a password or the hash of a secret', () => {
    const lines = diffRegistries(
      before,
      but({
        providers: [{ ...provider, customers: [{ ...customer, password: 'another' }] }],
        recipients: [{ ...recipient, client_secret_sha256: ['cd'.repeat(32), 'ab'.repeat(32)] }],
      }),
    );
    expect(lines).toEqual([
      '~ providers[1000].customers[noah].password (changed)',
      '~ recipients[budget].client_secret_sha256 (changed)',
    ]);
  });
});
