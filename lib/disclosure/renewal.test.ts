import { describe, expect, it } from 'vitest';
import { onOneLine } from '#i18n/format-date.ts';
import { factsOf } from '../../test/world/facts.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { writeDisclosure } from './disclosure.ts';
import type { PreviousConsent } from './facts.ts';

const day = 86_400;
const previous: PreviousConsent = {
  id: 'consent-1',
  clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
  accountIds: [],
  createdAt: shownAt - 300 * day,
  expiresAt: shownAt + 65 * day,
};
const renewalOf = (change: Partial<PreviousConsent> = {}, language: 'en' | 'fr' = 'en') =>
  writeDisclosure(factsOf({ previous: { ...previous, ...change } }), language).renewal?.lines.join(' ');

describe('a request by a recipient that has a consent', () => {
  it('says since when, and when it ends', () => {
    expect(renewalOf()).toContain(`since ${onOneLine('May 16, 2025')}`);
    expect(renewalOf()).toContain(`The one there is ends on ${onOneLine('May 16, 2026')}.`);
    expect(renewalOf({}, 'fr')).toContain(onOneLine('16 mai 2025'));
  });

  it('says that it asks for the same data, or what is new and what is not asked for any more', () => {
    expect(renewalOf()).toContain('It asks for the same data as before.');
    const changed = renewalOf({ clusters: ['ACCOUNT_BASIC', 'STATEMENTS', 'INVESTMENTS'] });
    expect(changed).toContain('New: transactions.');
    expect(changed).toContain('No longer asked for: PDF statements and investments.');
    expect(changed).not.toContain('the same data');
  });

  it('calls nothing new that a wider cluster held, and names the wider one as no longer asked for', () => {
    const held = { clusters: ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'] } as const;
    const narrower = renewalOf({ clusters: [...held.clusters] });
    expect(narrower).not.toContain('New:');
    expect(narrower).toContain('No longer asked for: balances.');
    const contact = writeDisclosure(
      factsOf({
        scope: ['ACCOUNT_BASIC', 'CUSTOMER_CONTACT'],
        previous: { ...previous, clusters: ['ACCOUNT_BASIC', 'CUSTOMER_CONTACT', 'CUSTOMER_PERSONAL'] },
      }),
      'en',
    ).renewal?.lines.join(' ');
    expect(contact).not.toContain('New:');
    expect(contact).toContain('No longer asked for: personal details.');
  });

  it('that this very request has given says so, and how to change it', () => {
    const told = (language: 'en' | 'fr') =>
      writeDisclosure(factsOf({ previous, isAllowedAlready: true }), language).renewal;
    expect(told('en')?.title).toBe('You have already allowed this request');
    expect(told('en')?.lines.join(' ')).toContain('To end it, choose Deny.');
    expect(told('fr')?.title).toBe('Vous avez déjà autorisé cette demande');
    expect(told('fr')?.lines.join(' ')).toContain('choisissez Refuser');
  });

  it('is told as any other when there is no such consent', () =>
    expect(writeDisclosure(factsOf(), 'en')).not.toHaveProperty('renewal'));
});
