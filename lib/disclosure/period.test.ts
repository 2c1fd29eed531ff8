import { describe, expect, it } from 'vitest';
import { onOneLine } from '#i18n/format-date.ts';
import type { Language } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredRecipient } from '../../test/world/registration.ts';
import type { DataCluster } from '../oauth/scope.ts';
import { writeDisclosure } from './disclosure.ts';
import type { ConsentFacts } from './facts.ts';

const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
const clusterOf = (facts: ConsentFacts, cluster: DataCluster, language: Language) =>
  writeDisclosure(facts, language).data.clusters.find((told) => told.cluster === cluster);

describe('the time', () => {
  it('C1 reaches back to a date, and on to the end date', () => {
    expect(clusterOf(factsOf(), 'TRANSACTIONS', 'en')?.history).toBe(`Since ${onOneLine('March 12, 2024')}.`);
    expect(clusterOf(factsOf(), 'TRANSACTIONS', 'fr')?.history).toContain(onOneLine('12 mars 2024'));
  });

  it('C1 reaches back as far as the bank keeps data when no limit is registered', () => {
    const recipient = registeredRecipient({ lookback_period: undefined });
    expect(clusterOf(factsOf({ recipient }), 'TRANSACTIONS', 'en')?.history).toContain('Maple Bank');
  });

  it('C1 ends on an exact date, never after a number of days', () => {
    const told = (language: Language) => {
      const { period, glance } = writeDisclosure(factsOf(), language);
      return JSON.stringify([period.lines, period.options?.map(({ label }) => label), glance]);
    };
    const [english, french] = [told('en'), told('fr')];
    for (const date of ['March 12, 2027', 'September 8, 2026', 'June 10, 2026', 'April 11, 2026'])
      expect(english).toContain(onOneLine(date));
    for (const date of ['12 mars 2027', '8 septembre 2026', '10 juin 2026', '11 avril 2026'])
      expect(french).toContain(onOneLine(date));
    expect(english + french).not.toMatch(/365|days|jours/);
  });

  it('C1 is once when data is asked for once, and names no end', () => {
    const english = writeDisclosure(factsOf({ recipient: once }), 'en');
    const french = writeDisclosure(factsOf({ recipient: once }), 'fr');
    expect(english.period.lines.join(' ')).toMatch(/^Once\b/);
    expect(french.period.lines.join(' ')).toMatch(/^Une seule fois\b/);
    expect(JSON.stringify(english)).not.toContain('2027');
    expect(clusterOf(factsOf({ recipient: once }), 'TRANSACTIONS', 'en')?.history).toBe(
      `Since ${onOneLine('March 12, 2024')}.`,
    );
  });

  it('C1 is what the request asks for, where that is less than is registered', () => {
    const terms = { durationType: 'TIME_BOUND', durationPeriod: 60, lookbackPeriod: 90 } as const;
    expect(writeDisclosure(factsOf({ terms }), 'en').period.options?.[0]?.label).toContain(onOneLine('May 11, 2026'));
    expect(clusterOf(factsOf({ terms }), 'TRANSACTIONS', 'en')?.history).toContain(onOneLine('December 12, 2025'));
  });

  it('C1 says one end for each that can be chosen, and never the full one as if it were fixed', () => {
    const { period, glance, recap } = writeDisclosure(factsOf(), 'en');
    expect(period.options?.map(({ days }) => days)).toEqual([365, 180, 90, 30]);
    expect(recap.until).toBe('Until the date you chose.');
    expect(period.lines.join(' ')).not.toContain('2027');
    expect(glance.until).toBe(`Until ${onOneLine('March 12, 2027')}, or sooner`);
    const fixed = { durationType: 'TIME_BOUND', durationPeriod: 20, lookbackPeriod: 90 } as const;
    const { recap: one, glance: sure } = writeDisclosure(factsOf({ terms: fixed }), 'en');
    expect(one.until).toBe(`Until ${onOneLine('April 1, 2026')}.`);
    expect(sure.until).toBe(`Until ${onOneLine('April 1, 2026')}`);
  });

  it('C1 shows which shorter end was chosen the last time', () => {
    const day = 86_400;
    const previous = {
      id: 'c',
      clusters: ['ACCOUNT_BASIC' as const],
      accountIds: [],
      createdAt: 0,
      expiresAt: 90 * day,
    };
    const labels = writeDisclosure(factsOf({ previous }), 'en').period.options?.map(({ label }) => label);
    expect(labels?.filter((label) => label.endsWith('as last time'))).toEqual([labels?.[2]]);
  });
});
