import { describe, expect, it } from 'vitest';
import { languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { dataClusters } from '../oauth/scope.ts';
import { writeDisclosure } from './disclosure.ts';
import type { ConsentFacts } from './facts.ts';

const everything = [...dataClusters];

describe.each(languages)('what is not shared, told in %s', (language) => {
  const page = (change: Partial<ConsentFacts> = {}) => writeDisclosure(factsOf(change), language);

  it('is the password, and control of the money', () => {
    const lines = page().limits.lines.join(' ');
    expect(lines).toMatch(/password|mot de passe/);
    expect(lines).toMatch(/transfer|virer/);
  });

  it('is what was not asked for, and nothing that was', () => {
    const lines = page({ scope: ['ACCOUNT_BASIC'] }).limits.lines.join(' ');
    const short = { en: ['transactions', 'PDF statements', 'balances'], fr: ['opérations', 'relevés PDF', 'soldes'] };
    for (const name of short[language]) expect(lines).toContain(name);
    expect(page({ scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'] }).limits.lines.join(' ')).not.toContain(short[language][0]);
  });

  it('is not the contact details when personal details hold them', () => {
    const lines = page({ scope: ['ACCOUNT_BASIC', 'CUSTOMER_PERSONAL'] }).limits.lines.join(' ');
    expect(lines).not.toMatch(/contact details|coordonnées(?! de paiement)/);
  });

  it('is nothing of what statements show, whether it was asked for by itself or not', () => {
    const lines = page({ scope: ['ACCOUNT_BASIC', 'STATEMENTS'] }).limits.lines.join(' ');
    const shown = {
      en: ['account names', 'balances', 'transactions', 'payment details', 'contact details'],
      fr: ['noms des comptes', 'soldes', 'opérations', 'coordonnées'],
    };
    for (const name of shown[language]) expect(lines).not.toContain(name);
    expect(lines).toContain({ en: 'investments', fr: 'placements' }[language]);
  });

  it('is no data when everything was asked for', () => {
    const names = page({ scope: everything }).limits.lines.join(' ');
    expect(names).not.toMatch(/has not asked|n’a pas demandé/);
  });
});
