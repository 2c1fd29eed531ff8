import { describe, expect, it } from 'vitest';
import {
  expectOneFault,
  faultsOf,
  provider,
  type read,
  readCustomer,
  readProvider,
  readRecipient,
} from '../../test/world/registry-file.ts';
import { readRegistry } from './registry.ts';

describe('a field that is not known is a fault of its path and a sentence', () => {
  it.each<[string, ReturnType<typeof read>]>([
    ['comment', readRegistry(JSON.stringify({ providers: [provider], recipients: [], comment: 'x' }))],
    ['providers[0].Name', readProvider({ Name: 'x' })],
    ['providers[0].acent_color', readProvider({ acent_color: '#0b5563' })],
    ['providers[0].name#de', readProvider({ 'name#de': 'x' })],
    ['providers[0].sign_in.client', readProvider({ sign_in: { type: 'sample', client: 'x' } })],
    ['providers[0].accounts.uri', readProvider({ accounts: { type: 'sample', uri: 'x' } })],
    ['providers[0].customers[0].email', readCustomer({ email: 'x' })],
    ['recipients[0].Status', readRecipient({ Status: 'suspended' })],
    ['recipients[0].requirePkce', readRecipient({ requirePkce: true })],
    ['recipients[0].client_name_fr', readRecipient({ client_name_fr: 'x' })],
    ['recipients[0].client_name#fr-CA', readRecipient({ 'client_name#fr-CA': 'x' })],
    ['recipients[0].intermediaries[0].url', readRecipient({ intermediaries: [{ name: 'Relay', url: 'x' }] })],
  ])('when %s is not known', (path, reading) => expectOneFault(reading, path));

  it('for each field that is not known', () =>
    expect(faultsOf(readRecipient({ Status: 'x', pkce: true }))).toHaveLength(2));
});
