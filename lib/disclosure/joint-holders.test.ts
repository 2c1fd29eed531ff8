import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/world/facts.ts';
import { registeredAccount, registeredProvider } from '../../test/world/registration.ts';
import { readFdxAccount } from '../sign-in/fdx-account.ts';
import { writeDisclosure } from './disclosure.ts';

const holders = [
  { relationship: 'PRIMARY_JOINT', name: { first: 'Camille', last: 'Tremblay' } },
  { relationship: 'SECONDARY_JOINT', name: { first: 'Alix', last: 'Roy' } },
  { relationship: 'SECONDARY_JOINT', name: { company: 'Roy & Co.' } },
];
const joint = { relationship: 'PRIMARY_JOINT', holders };

/** What is said of the other holders of an account. */
const toldOf = (language: 'en' | 'fr', account: object, provider: object = {}) =>
  writeDisclosure(factsOf({ accounts: [registeredAccount(account)], provider: registeredProvider(provider) }), language)
    .accounts.choices[0]?.joint;

describe('whose data a joint account shares', () => {
  it('is said by name where the bank gives the names', () => {
    expect(toldOf('en', joint)).toBe('Joint account with Alix Roy and Roy & Co.: the data of every holder is shared.');
    expect(toldOf('fr', joint)).toBe(
      'Compte conjoint avec Alix Roy et Roy & Co.\u00a0: les données de chaque titulaire sont partagées.',
    );
  });

  it('is said without names where it does not', () => {
    expect(toldOf('en', { relationship: 'JOINT' })).toBe('Joint account: the other holder’s data is shared too.');
  });

  it('is said to be told to the others only where the bank does', () => {
    const tells = { informs_co_holders: true, 'name_with_article#fr': 'la Banque Érable' };
    expect(toldOf('en', joint, tells)).toMatch(/ Maple Bank will tell the other holders\.$/);
    expect(toldOf('fr', joint, tells)).toMatch(/ La Banque Érable en avisera les autres titulaires\.$/);
    expect(toldOf('en', joint)).not.toContain('will tell');
  });

  it('is not said of the customer’s own account', () => {
    expect(toldOf('en', { holders: holders.slice(0, 1) }, { informs_co_holders: true })).toBeUndefined();
  });

  it('comes from a bank’s FDX API, cleaned; what cannot be read is as if it were not there', () => {
    const wire = { ...registeredAccount(), relationship: 'PRIMARY_JOINT' };
    const hidden = [{ relationship: 'SECONDARY_JOINT', name: { first: 'Al\u202eix', last: 'Roy', middle: 'B' } }];
    expect(readFdxAccount({ ...wire, holders: hidden }).account?.holders).toEqual([
      { relationship: 'SECONDARY_JOINT', name: { first: 'Alix', last: 'Roy' } },
    ]);
    for (const odd of ['x', [{ name: 5 }], [{}], null])
      expect(readFdxAccount({ ...wire, holders: odd }).account?.holders, JSON.stringify(odd)).toBeUndefined();
  });
});
