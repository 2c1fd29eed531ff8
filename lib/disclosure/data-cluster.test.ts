import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { dataClusters } from '../oauth/scope.ts';
import { clustersToTell, hasHistory, isSensitive } from './data-cluster.ts';

describe('the clusters to tell', () => {
  it('merge Basic into Detailed when both are asked', () => {
    expect(clustersToTell(['ACCOUNT_BASIC', 'ACCOUNT_DETAILED'])).toEqual(['ACCOUNT_DETAILED']);
    expect(clustersToTell(['ACCOUNT_BASIC'])).toEqual(['ACCOUNT_BASIC']);
  });

  it('merge Contact into Personal when both are asked', () => {
    expect(clustersToTell(['CUSTOMER_CONTACT', 'CUSTOMER_PERSONAL'])).toEqual(['CUSTOMER_PERSONAL']);
    expect(clustersToTell(['CUSTOMER_CONTACT'])).toEqual(['CUSTOMER_CONTACT']);
  });

  it('leave out nothing else, and add nothing', () => {
    fc.assert(
      fc.property(fc.subarray([...dataClusters]), (asked) => {
        const merged = [
          ...(asked.includes('ACCOUNT_DETAILED') ? ['ACCOUNT_BASIC'] : []),
          ...(asked.includes('CUSTOMER_PERSONAL') ? ['CUSTOMER_CONTACT'] : []),
        ];
        expect(clustersToTell(asked)).toEqual(asked.filter((cluster) => !merged.includes(cluster)));
      }),
    );
  });
});

it('statements, payment details and personal details are sensitive', () => {
  expect(dataClusters.filter(isSensitive)).toEqual(['STATEMENTS', 'ACCOUNT_PAYMENTS', 'CUSTOMER_PERSONAL']);
});

it('transactions and statements reach back in time', () => {
  expect(dataClusters.filter(hasHistory)).toEqual(['TRANSACTIONS', 'STATEMENTS']);
});

describe.each(languages)('the names of the clusters in %s', (language) => {
  const t = translator(language);

  it.each(['short', 'title', 'fields'] as const)(
    'differ in their %s, so that a customer can tell them apart',
    (field) => {
      const names = dataClusters.map((cluster) => t(`Cluster.${cluster}.${field}`));
      expect(new Set(names).size).toBe(dataClusters.length);
    },
  );

  it('end the list of fields like a sentence', () => {
    for (const cluster of dataClusters) expect(t(`Cluster.${cluster}.fields`)).toMatch(/\.$/);
  });
});
