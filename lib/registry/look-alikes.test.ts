import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/world/facts.ts';
import { providerRegistration, recipientRegistration, registeredRecipient } from '../../test/world/registration.ts';
import { writeDisclosure } from '../disclosure/disclosure.ts';
import { plainName } from './name.ts';
import { readRegistry } from './registry.ts';

const other = { registered_entity_name: 'Other Inc.', registered_entity_id: 'ON1', 'client_name#fr': undefined };

/** A registry of Ledger and of another recipient with that name. */
const read = (client_name: string, change: object = {}) =>
  readRegistry(
    JSON.stringify({
      providers: [providerRegistration],
      recipients: [
        recipientRegistration,
        { ...recipientRegistration, client_id: 'other', ...other, client_name, ...change },
      ],
    }),
  );
const faultsOf = (client_name: string, change: object = {}) => {
  const reading = read(client_name, change);
  return reading.outcome === 'refused' ? reading.faults : [];
};
const resembledBy = (client_name: string) => {
  const reading = read(client_name);
  if (reading.outcome !== 'read') throw new Error(reading.faults.join());
  return reading.registry.recipients.get('other')?.resembles.map(({ en }) => en);
};

describe('a name that could be taken for another’s', () => {
  it.each([
    ['with a Cyrillic е', 'Lеdgеr'],
    ['wholly in other letters', 'lеԁɡеr'],
    ['with other case, spaces and marks', 'LED-GER'],
    ['with an accent', 'Lédger'],
    ['with a digit for a letter', '1edger'],
    ['with a capital I for an l', 'Iedger'],
    ['in its French name', 'Grand 1ivre'],
    ['in wide letters', 'Ｌｅｄｇｅｒ'],
  ])('%s stops the start', (_, name) => {
    const fault = expect.stringMatching(
      /^recipients\[1\]\.client_name could be taken for recipients\[0\]\.client_name/,
    );
    expect(faultsOf(name)).toContainEqual(fault);
  });

  it('of a bank stops the start', () => {
    expect(faultsOf('Maple Bаnk')).toContain(
      'recipients[1].client_name could be taken for providers[0].name, the name of another legal entity',
    );
    expect(faultsOf('Banque Erable')).toHaveLength(1);
  });

  it('may be that of the same legal entity', () => {
    const { registered_entity_name, registered_entity_id } = recipientRegistration;
    expect(faultsOf('Ledger', { registered_entity_name, registered_entity_id })).toEqual([]);
  });

  it('and that nearly is another’s is told apart on the page', () => {
    expect(resembledBy('Ledgers')).toEqual(['Ledger']);
    expect(resembledBy('Ladger')).toEqual(['Ledger']);
    expect(resembledBy('Mapple Bank')).toEqual(['Maple Bank']);
    expect(resembledBy('Rent Check')).toEqual([]);
  });
});

describe('a word in two scripts', () => {
  it('stops the start, whoever else there is', () => {
    expect(faultsOf('Pауments')).toEqual(['recipients[1].client_name holds a word in two scripts']);
  });

  it.each(['Épargne Nord', 'Сбер', 'Budget 2', 'Ωmega', 'app 東京'])('is not found in %s', (name) => {
    expect(faultsOf(name)).toEqual(name === 'Ωmega' ? ['recipients[1].client_name holds a word in two scripts'] : []);
  });
});

it.each([
  ['en', 'Do not confuse Ledger with Ledgers, another service with nearly the same name.'],
  ['fr', 'Ne confondez pas Grand Livre avec Ledgers, un autre service dont le nom est presque le même.'],
] as const)('the page warns of a name that nearly is another’s, in %s', (language, sentence) => {
  const recipient = { ...registeredRecipient(), resembles: [plainName('Ledgers')] };
  expect(writeDisclosure(factsOf({ recipient }), language).requester.lines).toContain(sentence);
  expect(writeDisclosure(factsOf(), language).requester.lines).not.toContain(sentence);
});
