import { describe, expect, it } from 'vitest';
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
    expect(clusterOf(factsOf(), 'TRANSACTIONS', 'en')?.history).toBe(
      'Going back to March\u00a012,\u00a02024, and new ones until the end date.',
    );
    expect(clusterOf(factsOf(), 'TRANSACTIONS', 'fr')?.history).toContain('12\u00a0mars\u00a02024');
  });

  it('C1 reaches back as far as the bank keeps data when no limit is registered', () => {
    const recipient = registeredRecipient({ lookback_period: undefined });
    expect(clusterOf(factsOf({ recipient }), 'TRANSACTIONS', 'en')?.history).toContain('Maple Bank');
  });

  it('C1 ends on an exact date, never after a number of days', () => {
    const english = writeDisclosure(factsOf(), 'en').period.lines.join(' ');
    const french = writeDisclosure(factsOf(), 'fr').period.lines.join(' ');
    expect(english).toContain('March\u00a012,\u00a02027');
    expect(french).toContain('12\u00a0mars\u00a02027');
    expect(english + french).not.toMatch(/365|days|jours/);
  });

  it('C1 is once when data is asked for once, and names no end', () => {
    const english = writeDisclosure(factsOf({ recipient: once }), 'en');
    const french = writeDisclosure(factsOf({ recipient: once }), 'fr');
    expect(english.period.lines.join(' ')).toMatch(/^Once\b/);
    expect(french.period.lines.join(' ')).toMatch(/^Une seule fois\b/);
    expect(JSON.stringify(english)).not.toContain('2027');
    expect(clusterOf(factsOf({ recipient: once }), 'TRANSACTIONS', 'en')?.history).toBe(
      'Going back to March\u00a012,\u00a02024.',
    );
  });

  it('C1 is what the request asks for, where that is less than is registered', () => {
    const terms = { durationType: 'TIME_BOUND', durationPeriod: 60, lookbackPeriod: 90 } as const;
    expect(writeDisclosure(factsOf({ terms }), 'en').period.lines.join(' ')).toContain('May\u00a011,\u00a02026');
    expect(clusterOf(factsOf({ terms }), 'TRANSACTIONS', 'en')?.history).toContain('December\u00a012,\u00a02025');
  });
});
