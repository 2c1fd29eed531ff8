import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredAccount, registeredProvider, registeredRecipient } from '../../test/world/registration.ts';
import { shownAt } from '../../test/world/ticket.ts';
import { type DataCluster, dataClusters } from '../oauth/scope.ts';
import { accountCategories, accountStatuses } from '../registry/account.ts';
import { hashDisclosure, writeDisclosure } from './disclosure.ts';
import type { ConsentFacts } from './facts.ts';

const everything = [...dataClusters];
const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });
const hashOf = (facts: ConsentFacts, language: Language = 'en') =>
  hashDisclosure(JSON.stringify(writeDisclosure(facts, language)));
const clusterOf = (facts: ConsentFacts, cluster: DataCluster, language: Language) =>
  writeDisclosure(facts, language).data.clusters.find((told) => told.cluster === cluster);

describe('who asks', () => {
  it('C1 is named by brand, legal name, registration number and where the browser goes next', () => {
    const { title, heading, requester } = writeDisclosure(factsOf(), 'en');
    expect(title).toContain('Ledger');
    expect(heading).toContain('Ledger');
    expect(heading).toContain('Maple Bank');
    expect(requester.lines.join(' ')).toContain('Ledger Technologies Inc.');
    expect(requester.lines.join(' ')).toContain('BC1234567');
    expect(requester.lines.join(' ')).toContain('ledger.example');
  });

  it('C1 is named in French under the French name, where there is one', () => {
    expect(writeDisclosure(factsOf(), 'fr').heading).toContain('Grand Livre');
    expect(writeDisclosure(factsOf(), 'fr').heading).toContain('Banque Érable');
    const recipient = registeredRecipient({ 'client_name#fr': undefined });
    expect(writeDisclosure(factsOf({ recipient }), 'fr').heading).toContain('Ledger');
  });

  it('C1 says its purpose in the language of the page', () => {
    expect(writeDisclosure(factsOf(), 'en').purpose).toContain('Helps you plan a monthly budget.');
    expect(writeDisclosure(factsOf(), 'fr').purpose).toContain('Vous aide à planifier un budget mensuel.');
  });

  it('C1 names those whom the data passes through, with their role', () => {
    const intermediaries = [
      { name: 'Relay Data Inc.', role: 'technical carrier', 'role#fr': 'transporteur technique' },
      { name: 'Second Hop Ltd.' },
    ];
    const recipient = registeredRecipient({ intermediaries });
    const english = writeDisclosure(factsOf({ recipient }), 'en').requester.lines.join(' ');
    expect(english).toContain('Relay Data Inc. (technical carrier)');
    expect(english).toContain('Second Hop Ltd.');
    expect(writeDisclosure(factsOf({ recipient }), 'fr').requester.lines.join(' ')).toContain('transporteur technique');
  });

  it('C1 is whole without a registration number, and ends its sentence once', () => {
    const recipient = registeredRecipient({ registered_entity_id: undefined });
    const [first] = writeDisclosure(factsOf({ recipient }), 'en').requester.lines;
    expect(first).toBe('Ledger is a service of Ledger Technologies Inc.');
  });

  it('C1 returns to the app by its name when the address has no host', () => {
    const { lines } = writeDisclosure(factsOf({ redirectUri: 'com.example.ledger:/callback' }), 'en').requester;
    expect(lines.at(-1)).toContain('Ledger');
    expect(lines.at(-1)).not.toContain('com.example');
  });
});

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

describe('the time', () => {
  it('C1 reaches back to a date, and on to the end date', () => {
    expect(clusterOf(factsOf(), 'TRANSACTIONS', 'en')?.history).toBe(
      'Going back to March 12, 2024, and new ones until the end date.',
    );
    expect(clusterOf(factsOf(), 'TRANSACTIONS', 'fr')?.history).toContain('12 mars 2024');
  });

  it('C1 reaches back as far as the bank keeps data when no limit is registered', () => {
    const recipient = registeredRecipient({ lookback_period: undefined });
    expect(clusterOf(factsOf({ recipient }), 'TRANSACTIONS', 'en')?.history).toContain('Maple Bank');
  });

  it('C1 ends on an exact date, never after a number of days', () => {
    const english = writeDisclosure(factsOf(), 'en').period.lines.join(' ');
    const french = writeDisclosure(factsOf(), 'fr').period.lines.join(' ');
    expect(english).toContain('March 12, 2027');
    expect(french).toContain('12 mars 2027');
    expect(english + french).not.toMatch(/365|days|jours/);
  });

  it('C1 is once when data is asked for once, and names no end', () => {
    const english = writeDisclosure(factsOf({ recipient: once }), 'en');
    const french = writeDisclosure(factsOf({ recipient: once }), 'fr');
    expect(english.period.lines.join(' ')).toMatch(/^Once\b/);
    expect(french.period.lines.join(' ')).toMatch(/^Une seule fois\b/);
    expect(JSON.stringify(english)).not.toContain('2027');
    expect(clusterOf(factsOf({ recipient: once }), 'TRANSACTIONS', 'en')?.history).toBe(
      'Going back to March 12, 2024.',
    );
  });

  it('C1 says of stopping what is true: at any time, or nothing to stop after once', () => {
    const ongoing = writeDisclosure(factsOf(), 'en').rights.lines.join(' ');
    const single = writeDisclosure(factsOf({ recipient: once }), 'en').rights.lines.join(' ');
    expect(ongoing).toContain('stop at any time');
    expect(single).not.toContain('stop at any time');
  });
});

describe.each(languages)('the accounts, told in %s', (language) => {
  const accountsOf = (...changes: object[]) =>
    writeDisclosure(factsOf({ accounts: changes.map(registeredAccount) }), language).accounts;

  it('are offered by nickname and last digits', () => {
    const { choices } = accountsOf({ accountId: 'a' }, { accountId: 'b', nickname: undefined });
    expect(choices.map(({ accountId }) => accountId)).toEqual(['a', 'b']);
    expect(choices[0]?.label).toMatch(/Bills.*1234/);
    expect(choices[1]?.label).toMatch(/Everyday Chequing.*1234/);
  });

  it('show at most the last four characters of a number, however it is masked', () => {
    const number = fc.oneof(
      fc.stringMatching(/^[0-9]{5,20}$/),
      fc.stringMatching(/^[0-9]{3}-[0-9]{3}-[0-9]{3,9}$/),
      fc.stringMatching(/^[A-Z0-9]{5,30}$/),
      fc.stringMatching(/^[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}$/),
    );
    fc.assert(
      fc.property(number, (accountNumberDisplay) => {
        const change = { accountNumberDisplay, nickname: '~', productName: '~', accountType: '~', currency: 'CAD' };
        const shown = JSON.stringify([accountsOf(change), accountsOf({ ...change, status: 'CLOSED' })]);
        const bare = accountNumberDisplay.replaceAll(/[^A-Z0-9]/g, '');
        expect(shown).toContain(bare.slice(-4));
        expect(shown).not.toContain(bare.slice(-5));
      }),
    );
  });

  it('are not ticked but stated when there is one', () => {
    expect(accountsOf({}).intro).toBe(accountsOf({}, { accountId: 'b', status: 'CLOSED' }).intro);
    expect(accountsOf({}).intro).not.toBe(accountsOf({}, { accountId: 'b' }).intro);
  });

  it('are said to be none when none can be shared', () => {
    const { choices, intro } = accountsOf({ status: 'CLOSED' });
    expect(choices).toEqual([]);
    expect(intro).toContain({ en: 'None of your accounts', fr: 'Aucun de vos comptes' }[language]);
  });

  it('that cannot be shared are listed with a reason', () => {
    const shareable = ['OPEN', 'NEGATIVE_CURRENT_BALANCE', 'PENDINGCLOSE'];
    for (const status of accountStatuses) {
      const { choices, unavailable } = accountsOf({ accountId: 'a', status });
      expect(choices).toHaveLength(shareable.includes(status) ? 1 : 0);
      if (shareable.includes(status)) expect(unavailable).toBeUndefined();
      else expect(unavailable?.lines.join(), status).toMatch(/^Bills, .*1234 \(\p{L}.+\)$/u);
    }
  });

  it('that are joint say that the other holder’s data is shared', () => {
    const [joint, own] = accountsOf(
      { relationship: 'PRIMARY_JOINT' },
      { accountId: 'b', relationship: 'PRIMARY' },
    ).choices;
    expect(joint?.joint).toMatch(/other holder|autre titulaire/);
    expect(own?.joint).toBeUndefined();
  });

  it('have a word for each category', () => {
    const details = accountCategories.map((accountCategory) => accountsOf({ accountCategory }).choices[0]?.detail);
    expect(new Set(details).size).toBe(accountCategories.length);
  });
});

describe.each(languages)('the terms, told in %s', (language) => {
  const page = (change: Partial<ConsentFacts> = {}) => writeDisclosure(factsOf(change), language);

  it('say that no password is shared and no money can be moved', () => {
    const lines = page().limits.lines.join(' ');
    expect(lines).toMatch(/password|mot de passe/);
    expect(lines).toMatch(/transfer|virer/);
  });

  it('list what was not asked for, and nothing that was', () => {
    const lines = page({ scope: ['ACCOUNT_BASIC'] }).limits.lines.join(' ');
    const short = { en: ['transactions', 'PDF statements', 'balances'], fr: ['opérations', 'relevés PDF', 'soldes'] };
    for (const name of short[language]) expect(lines).toContain(name);
    expect(page({ scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'] }).limits.lines.join(' ')).not.toContain(short[language][0]);
  });

  it('do not say that contact details are withheld when personal details hold them', () => {
    const lines = page({ scope: ['ACCOUNT_BASIC', 'CUSTOMER_PERSONAL'] }).limits.lines.join(' ');
    expect(lines).not.toMatch(/contact details|coordonnées(?! de paiement)/);
  });

  it('name nothing as withheld when everything was asked for', () => {
    const names = page({ scope: everything }).limits.lines.join(' ');
    expect(names).not.toMatch(/has not asked|n’a pas demandé/);
  });

  it('say that it is free, what refusing means, where to complain, and the reference number', () => {
    const { lines } = page().rights;
    expect(lines).toHaveLength(5);
    expect(lines.join(' ')).toMatch(/free|gratuit/);
    expect(lines.join(' ')).toMatch(/complain|plainte/);
    expect(lines.at(-1)).toContain('journey-1');
  });

  it('name the answers as they are on the buttons', () => {
    const { deny, allow } = page().decision;
    expect([deny, allow]).toEqual({ en: ['Deny', 'Allow'], fr: ['Refuser', 'Autoriser'] }[language]);
  });
});

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

describe('an account whose number is all mask', () => {
  it('is told by its name alone', () => {
    const [first] = factsOf().accounts;
    if (!first) throw new Error('the facts hold an account');
    const accounts = [{ ...first, accountNumberDisplay: '••••' }];
    const [choice] = writeDisclosure(factsOf({ accounts }), 'en').accounts.choices;
    expect(choice?.label).toBe(first.nickname);
  });
});
