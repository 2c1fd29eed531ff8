import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registeredAccount } from '../../test/world/registration.ts';
import { accountStatuses } from '../registry/account.ts';
import { chooseAccounts } from './choose-accounts.ts';

const open = (accountId: string) => registeredAccount({ accountId });
const closed = (accountId: string) => registeredAccount({ accountId, status: 'CLOSED' });

describe('the accounts a customer chose', () => {
  it('C10 are those that were ticked', () => {
    expect(chooseAccounts([open('a'), open('b'), open('c')], ['c', 'a'])).toEqual(['a', 'c']);
  });

  it('C10 are none when none was ticked', () => {
    expect(chooseAccounts([open('a'), open('b')], [])).toEqual([]);
  });

  it('C10 are the only one that can be shared, ticked or not', () => {
    expect(chooseAccounts([open('a'), closed('b')], [])).toEqual(['a']);
    expect(chooseAccounts([open('a'), closed('b')], ['a'])).toEqual(['a']);
  });

  it('C10 are none when none can be shared', () => {
    expect(chooseAccounts([closed('a')], [])).toEqual([]);
    expect(chooseAccounts([], [])).toEqual([]);
  });

  it('C10 cannot hold one that was not offered, even beside one that was', () => {
    expect(chooseAccounts([open('a'), open('b')], ['a', 'x'])).toBeUndefined();
    expect(chooseAccounts([open('a'), open('b'), closed('c')], ['a', 'c'])).toBeUndefined();
    expect(chooseAccounts([open('a')], ['x'])).toBeUndefined();
  });

  it('C10 are offered, each once, whatever is posted', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', '', 'A', '__proto__');
    const accounts = fc.uniqueArray(
      fc.record({ accountId: fc.constantFrom('a', 'b', 'c', 'd'), status: fc.constantFrom(...accountStatuses) }),
      { selector: ({ accountId }) => accountId },
    );
    const shareable = ['OPEN', 'NEGATIVE_CURRENT_BALANCE', 'PENDINGCLOSE'];
    fc.assert(
      fc.property(accounts, fc.array(ids), (held, ticked) => {
        const chosen = chooseAccounts(held.map(registeredAccount), ticked) ?? [];
        const offered: string[] = held
          .filter(({ status }) => shareable.includes(status))
          .map(({ accountId }) => accountId);
        expect(chosen.every((id) => offered.includes(id))).toBe(true);
        expect(new Set(chosen).size).toBe(chosen.length);
      }),
    );
  });
});
