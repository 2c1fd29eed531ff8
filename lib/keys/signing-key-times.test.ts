import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessTokenLife } from '../oauth/access-token.ts';
import { keyInUse, keyRefresh, keysToPublish, leadTime } from './signing-key-times.ts';

const start = 1_773_327_600;
const first = { kid: 'first', created_at: start };
const second = { kid: 'second', created_at: start + 86_400 };

describe('a rotation of signing keys', () => {
  it('O7 signs with the first key from the start', () => {
    expect(keyInUse([first], start)).toBe(first);
    expect(keyInUse([], start)).toBeUndefined();
  });

  it('O7 publishes a new key at once, and signs with it ten minutes later', () => {
    const keys = [second, first];
    expect(keysToPublish(keys, second.created_at)).toEqual(keys);
    expect(keyInUse(keys, second.created_at + 599)).toBe(first);
    expect(keyInUse(keys, second.created_at + 600)).toBe(second);
  });

  it('O7 takes the old key back when nothing that it signed is good any more', () => {
    expect(keysToPublish([second, first], second.created_at + 600 + 900)).toContain(first);
    expect(keysToPublish([second, first], second.created_at + 600 + 900 + 120)).toEqual([second]);
  });

  it('O7 publishes at any time the key of every good token, whatever the rotations, and none signs that was not published before', () => {
    const gaps = fc.array(fc.nat(5000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        gaps,
        fc.nat(40_000),
        fc.nat(keyRefresh),
        fc.nat(accessTokenLife - 1),
        (ages, later, staleness, age) => {
          let created_at = start;
          const all = ages.map((gap, index) => {
            created_at += index === 0 ? 0 : gap;
            return { kid: String(index), created_at };
          });
          const known = (time: number) => all.filter((key) => key.created_at <= time).reverse();
          const readAt = start + later;
          const signer = keyInUse(known(readAt), readAt);
          const usedAt = readAt + staleness + age;
          expect(keysToPublish(known(usedAt), usedAt)).toContain(signer);
          if (signer && signer !== all[0]) expect(readAt - signer.created_at).toBeGreaterThanOrEqual(leadTime);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
