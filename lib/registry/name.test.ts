import { describe, expect, it } from 'vitest';
import { readProvider, readRecipient, registryOf } from '../../test/world/registry-file.ts';
import { namesIn } from './name.ts';

const bank = (change: object) => {
  const found = registryOf(readProvider(change as Record<string, unknown>)).providers.get('1000');
  if (!found) throw new Error('the bank is registered');
  return found.name;
};

describe('a name in a French sentence', () => {
  it.each([
    ['la Fiducie du Havre', 'La Fiducie du Havre', 'de la Fiducie du Havre', 'à la Fiducie du Havre'],
    ['le Mouvement Nord', 'Le Mouvement Nord', 'du Mouvement Nord', 'au Mouvement Nord'],
    ['les Caisses unies', 'Les Caisses unies', 'des Caisses unies', 'aux Caisses unies'],
    ['l’app Alto', 'L’app Alto', 'de l’app Alto', 'à l’app Alto'],
  ])('with its article, %s', (name, The, of, to) => {
    const names = namesIn('fr', { provider: bank({ 'name#fr': 'Havre', 'name_with_article#fr': name }) });
    expect(names).toEqual({
      provider: 'Havre',
      the_provider: name,
      The_provider: The,
      of_provider: of,
      to_provider: to,
    });
  });

  it.each([
    ['Alto', 'd’Alto', 'à Alto'],
    ['Épargne Nord', 'd’Épargne Nord', 'à Épargne Nord'],
    ['Budget Copain', 'de Budget Copain', 'à Budget Copain'],
    ['Lestage', 'de Lestage', 'à Lestage'],
  ])('without one, %s, with elision where it is due', (name, of, to) => {
    const names = namesIn('fr', { provider: bank({ 'name#fr': name }) });
    expect(names).toMatchObject({ the_provider: name, of_provider: of, to_provider: to });
  });
});

it('a name in an English sentence stands alone, whatever French does', () => {
  const name = bank({ 'name_with_article#fr': 'la Banque Érable' });
  expect(new Set(Object.values(namesIn('en', { provider: name })))).toEqual(new Set(['Maple Bank']));
});

it('a recipient may carry its article too', () => {
  const reading = readRecipient({ 'client_name#fr': 'Alto', 'client_name_with_article#fr': 'l’app Alto' });
  const name = registryOf(reading).recipients.get('budget')?.name;
  expect(name && namesIn('fr', { recipient: name }).of_recipient).toBe('de l’app Alto');
});
