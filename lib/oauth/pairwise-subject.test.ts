import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairwiseSubject } from './pairwise-subject.ts';

describe('a pairwise subject', () => {
  it('T9 is the same for the same recipient, provider and customer', () => {
    expect(pairwiseSubject('salt', 'ledger', '1000', 'camille')).toBe(
      pairwiseSubject('salt', 'ledger', '1000', 'camille'),
    );
  });

  it('T9 is another when recipient, provider, customer or salt is another', () => {
    const part = fc.string({ maxLength: 4 });
    const parts = fc.tuple(part, part, part, part);
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        fc.pre(one.some((value, index) => value !== other[index]));
        expect(pairwiseSubject(...one)).not.toBe(pairwiseSubject(...other));
      }),
    );
  });

  it('T9 is not the same when the parts are only joined alike', () => {
    expect(pairwiseSubject('salt', 'a', 'bc', 'd')).not.toBe(pairwiseSubject('salt', 'ab', 'c', 'd'));
    expect(pairwiseSubject('salt', 'a","b', 'c', 'd')).not.toBe(pairwiseSubject('salt', 'a', 'b","c', 'd'));
  });

  it('T9 tells nothing of the customer, and fits the 255 characters of a subject', () => {
    const subject = pairwiseSubject('salt', 'ledger', '1000', 'camille'.repeat(30));
    expect(subject).toMatch(/^[\w-]{43}$/);
    expect(subject).not.toContain('camille');
  });
});
