import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { times } from '../../test/world/records.ts';
import { registeredAccount } from '../../test/world/registration.ts';
import { accountCategories, accountStatuses } from '../registry/account.ts';
import { writeDisclosure } from './disclosure.ts';

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

  it('can be ticked all at once when there are more than five', () => {
    const many = (count: number) => accountsOf(...times(count).map((index) => ({ accountId: `a-${index}` })));
    expect(many(5).chooseAll).toBeUndefined();
    expect(many(6).chooseAll).toBe({ en: 'Choose all 6 accounts', fr: 'Choisir les 6 comptes' }[language]);
  });

  it('that are shared already say so', () => {
    const previous = {
      id: 'c',
      clusters: ['ACCOUNT_BASIC' as const],
      accountIds: ['acc-2'],
      createdAt: 0,
      expiresAt: 1,
    };
    const { choices } = writeDisclosure(factsOf({ previous }), language).accounts;
    const shared = { en: 'You share it now.', fr: 'Vous le partagez déjà.' }[language];
    expect(choices.map(({ shared }) => shared)).toEqual([undefined, shared]);
  });

  it('that cannot be shared are listed with a reason', () => {
    const shareable = ['OPEN', 'NEGATIVE_CURRENT_BALANCE', 'PENDINGCLOSE'];
    for (const status of accountStatuses) {
      const { choices, unavailable } = accountsOf({ accountId: 'a', status });
      expect(choices).toHaveLength(shareable.includes(status) ? 1 : 0);
      if (shareable.includes(status)) expect(unavailable).toBeUndefined();
      else expect(unavailable?.lines.join(), status).toMatch(/^Bills\u00a0…1234 \(\p{L}.+\)$/u);
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
    const details = accountCategories.map(
      (accountCategory) => accountsOf({ accountCategory, productName: undefined }).choices[0]?.detail,
    );
    expect(new Set(details).size).toBe(accountCategories.length);
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
