import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredAccount, registeredProvider, registeredRecipient } from '../../test/world/registration.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { writeDisclosure } from './disclosure.ts';
import type { ConsentFacts } from './facts.ts';
import { hashDisclosure } from './hash-disclosure.ts';

const hashOf = (facts: ConsentFacts, language: Language = 'en') =>
  hashDisclosure(JSON.stringify(writeDisclosure(facts, language)));

describe('the hash of the words', () => {
  it('C7 is the same for the same facts', () => {
    expect(hashOf(factsOf())).toBe(hashOf(factsOf()));
    expect(hashOf(factsOf())).toMatch(/^[\w-]{43}$/);
  });

  it('C7 is another in the other language', () => {
    expect(hashOf(factsOf(), 'fr')).not.toBe(hashOf(factsOf(), 'en'));
  });

  const recipient = (change: object) => ({ recipient: registeredRecipient(change) });
  const accounts = (...changes: object[]) => ({ accounts: changes.map(registeredAccount) });
  const usual = accounts({ accountId: 'a' }, { accountId: 'b' });
  it.each<[string, Partial<ConsentFacts>]>([
    ['name of the recipient', recipient({ client_name: 'Ledgers' })],
    ['purpose', recipient({ description: 'Helps you plan two budgets.' })],
    ['legal name', recipient({ registered_entity_name: 'Other Inc.' })],
    ['registration number', recipient({ registered_entity_id: 'BC7654321' })],
    ['intermediaries', recipient({ intermediaries: [{ name: 'Relay Data Inc.' }] })],
    ['length of the period', recipient({ duration_period: 364 })],
    ['kind of the period', recipient({ duration_type: ['ONE_TIME'] })],
    ['reach into the past', recipient({ lookback_period: 729 })],
    ['name of the bank', { provider: registeredProvider({ name: 'Oak Bank' }) }],
    ['data', { scope: ['ACCOUNT_BASIC', 'STATEMENTS'] }],
    ['place to return to', { redirectUri: 'https://elsewhere.example/callback' }],
    ['reference number', { correlationId: 'journey-2' }],
    ['day', { shownAt: shownAt + 86_400 }],
    ['set of accounts', accounts({ accountId: 'a' })],
    ['id of an account', accounts({ accountId: 'a' }, { accountId: 'c' })],
    ['nickname of an account', accounts({ accountId: 'a' }, { accountId: 'b', nickname: 'Other' })],
    ['number of an account', accounts({ accountId: 'a' }, { accountId: 'b', accountNumberDisplay: '9999' })],
    ['status of an account', accounts({ accountId: 'a' }, { accountId: 'b', status: 'CLOSED' })],
    ['holders of an account', accounts({ accountId: 'a' }, { accountId: 'b', relationship: 'PRIMARY_JOINT' })],
  ])('C7 is another with another %s', (_, change) => {
    expect(hashOf(factsOf({ ...usual, ...change }))).not.toBe(hashOf(factsOf(usual)));
  });

  it('C7 is the same a minute later, so that a page can be answered', () => {
    expect(hashOf(factsOf({ shownAt: shownAt + 60 }))).toBe(hashOf(factsOf()));
  });
});

describe.each(languages)('the answers, told in %s', (language) => {
  it('are named as they are on the buttons', () => {
    const { deny, allow } = writeDisclosure(factsOf(), language).decision;
    expect([deny, allow]).toEqual({ en: ['Deny', 'Allow'], fr: ['Refuser', 'Autoriser'] }[language]);
  });
});
