import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { type DataCluster, dataClusters } from '../oauth/scope.ts';
import { writeDisclosure } from './disclosure.ts';
import type { ConsentFacts } from './facts.ts';

const everything = [...dataClusters];
const clusterOf = (facts: ConsentFacts, cluster: DataCluster, language: Language) =>
  writeDisclosure(facts, language).data.clusters.find((told) => told.cluster === cluster);

describe.each(languages)('the data, told in %s', (language) => {
  it('is every cluster that is asked for, under a title with its fields', () => {
    for (const { title, fields } of writeDisclosure(factsOf({ scope: everything }), language).data.clusters) {
      expect(title).not.toBe('');
      expect(fields.length).toBeGreaterThan(40);
    }
  });

  it('is Detailed without Basic beside it, and Personal without Contact beside it', () => {
    const told = writeDisclosure(factsOf({ scope: everything }), language).data.clusters.map(({ cluster }) => cluster);
    expect(told).toEqual(everything.filter((cluster) => cluster !== 'ACCOUNT_BASIC' && cluster !== 'CUSTOMER_CONTACT'));
  });

  it('marks in words what is sensitive, and only that', () => {
    const { clusters } = writeDisclosure(factsOf({ scope: everything }), language).data;
    const marked = clusters.filter(({ sensitive }) => sensitive).map(({ cluster }) => cluster);
    expect(marked).toEqual(['STATEMENTS', 'ACCOUNT_PAYMENTS', 'CUSTOMER_PERSONAL']);
  });

  it('warns that statements disclose what was not asked for', () => {
    const warnings = clusterOf(
      factsOf({ scope: ['ACCOUNT_BASIC', 'STATEMENTS'] }),
      'STATEMENTS',
      language,
    )?.warnings.join(' ');
    const expected = {
      en: ['name', 'address', 'account number', 'transactions'],
      fr: ['nom', 'adresse', 'numéro de compte', 'opérations'],
    };
    for (const word of expected[language]) expect(warnings).toContain(word);
  });

  it('warns that contact details are also those of other holders', () => {
    for (const cluster of ['CUSTOMER_CONTACT', 'CUSTOMER_PERSONAL'] as const)
      expect(clusterOf(factsOf({ scope: ['ACCOUNT_BASIC', cluster] }), cluster, language)?.warnings.join(' ')).toMatch(
        /other holders|cotitulaires/,
      );
  });

  it('says when the social insurance number is sent', () => {
    const warnings = clusterOf(factsOf({ scope: everything }), 'CUSTOMER_PERSONAL', language)?.warnings.join(' ');
    expect(warnings).toContain({ en: '(SIN)', fr: '(NAS)' }[language]);
  });

  it('says that account numbers let others send or take payments', () => {
    expect(clusterOf(factsOf({ scope: everything }), 'ACCOUNT_PAYMENTS', language)?.warnings).toHaveLength(1);
  });

  it('never tells what was not asked for as if it were shared', () => {
    fc.assert(
      fc.property(fc.subarray(everything), (asked) => {
        const scope = dataClusters.filter((cluster) => cluster === 'ACCOUNT_BASIC' || asked.includes(cluster));
        const told = writeDisclosure(factsOf({ scope }), language).data.clusters.map(({ cluster }) => cluster);
        expect(told.every((cluster) => scope.includes(cluster))).toBe(true);
      }),
    );
  });
});
