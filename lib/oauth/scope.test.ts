import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataCluster, dataClusters, formatScope, readScope } from './scope.ts';

const allowed: DataCluster[] = ['ACCOUNT_BASIC', 'TRANSACTIONS', 'STATEMENTS'];
const read = (scope: string | undefined) => readScope(scope, allowed);

describe('a scope', () => {
  it('A9 gives its clusters', () =>
    expect(read('ACCOUNT_BASIC TRANSACTIONS')).toEqual({
      outcome: 'read',
      clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
    }));

  it.each([
    ['absent', undefined, 'empty'],
    ['empty', '', 'empty'],
    ['only spaces', '   ', 'empty'],
    ['unknown', 'ACCOUNT_BASIC EVERYTHING', 'unknown', 'EVERYTHING'],
    ['in another case', 'account_basic', 'unknown', 'account_basic'],
    ['separated by a comma', 'ACCOUNT_BASIC,TRANSACTIONS', 'unknown', 'ACCOUNT_BASIC,TRANSACTIONS'],
    ['separated by a tab', 'ACCOUNT_BASIC\tTRANSACTIONS', 'unknown', 'ACCOUNT_BASIC\tTRANSACTIONS'],
    ['separated by a no-break space', 'ACCOUNT_BASIC\u00a0TRANSACTIONS', 'unknown', 'ACCOUNT_BASIC\u00a0TRANSACTIONS'],
    ['quoted', '"ACCOUNT_BASIC"', 'unknown', '"ACCOUNT_BASIC"'],
    ['a property of every object', 'ACCOUNT_BASIC constructor', 'unknown', 'constructor'],
    ['a wildcard', '*', 'unknown', '*'],
    ['more than the client may ask for', 'ACCOUNT_BASIC CUSTOMER_PERSONAL', 'not-allowed', 'CUSTOMER_PERSONAL'],
    ['without ACCOUNT_BASIC', 'TRANSACTIONS', 'no-account-basic'],
  ])('A9 is refused when it is %s', (_, scope, reason, value = undefined) =>
    expect(read(scope)).toEqual({ outcome: 'refused', reason, value }),
  );

  it('A9 means the same whatever the order, the repeats and the spaces of its tokens', () => {
    const anyTokens = fc
      .subarray(allowed.slice(1))
      .chain((rest) =>
        fc.tuple(
          fc.constant(new Set(['ACCOUNT_BASIC', ...rest])),
          fc.array(fc.constantFrom('ACCOUNT_BASIC', ...rest)),
          fc.array(fc.nat()),
          fc.integer({ min: 1, max: 3 }),
        ),
      );
    fc.assert(
      fc.property(anyTokens, ([once, repeats, order, spaces]) => {
        const tokens = [...once, ...repeats]
          .map((token, index) => ({ token, place: order[index] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ token }) => token);
        expect(read(tokens.join(' '.repeat(spaces)))).toEqual(read([...once].sort().join(' ')));
      }),
    );
  });

  it('A9 that holds any other token is never read', () => {
    const token = fc.string().filter((text) => text.trim() !== '' && !text.split(' ').some((part) => isCluster(part)));
    fc.assert(
      fc.property(token, (other) => {
        expect(read(`ACCOUNT_BASIC ${other}`).outcome).toBe('refused');
      }),
    );
  });

  it('is written so that it is read as the same clusters', () => {
    const anyClusters = fc.subarray([...dataClusters]).filter((clusters) => clusters.includes('ACCOUNT_BASIC'));
    fc.assert(
      fc.property(anyClusters, (clusters) => {
        expect(readScope(formatScope(clusters), dataClusters)).toEqual({ outcome: 'read', clusters });
      }),
    );
  });
});

const isCluster = (text: string) => (dataClusters as readonly string[]).includes(text);
