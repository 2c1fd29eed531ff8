import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/world/facts.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { writeDisclosure } from './disclosure.ts';
import type { PreviousConsent } from './facts.ts';

const day = 86_400;
const previous: PreviousConsent = {
  id: 'consent-1',
  clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
  createdAt: shownAt - 300 * day,
  expiresAt: shownAt + 65 * day,
};
const renewalOf = (change: Partial<PreviousConsent> = {}, language: 'en' | 'fr' = 'en') =>
  writeDisclosure(factsOf({ previous: { ...previous, ...change } }), language).renewal?.lines.join(' ');

describe('a request by a recipient that has a consent', () => {
  it('says since when, and both ends', () => {
    expect(renewalOf()).toContain('since May\u00a016,\u00a02025');
    expect(renewalOf()).toContain('The new end is March\u00a012,\u00a02027; the old one was May\u00a016,\u00a02026.');
    expect(renewalOf({}, 'fr')).toContain('16\u00a0mai\u00a02025');
  });

  it('says that it asks for the same data, or what is new and what is not asked for any more', () => {
    expect(renewalOf()).toContain('It asks for the same data as before.');
    const changed = renewalOf({ clusters: ['ACCOUNT_BASIC', 'STATEMENTS', 'INVESTMENTS'] });
    expect(changed).toContain('New: transactions.');
    expect(changed).toContain('No longer asked for: PDF statements and investments.');
    expect(changed).not.toContain('the same data');
  });

  it('is told as any other when there is no such consent', () =>
    expect(writeDisclosure(factsOf(), 'en')).not.toHaveProperty('renewal'));
});
