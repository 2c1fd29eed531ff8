import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/world/facts.ts';
import { registeredRecipient } from '../../test/world/registration.ts';
import { writeDisclosure } from './disclosure.ts';

describe('who asks', () => {
  it('C1 is named by brand, legal name, registration number and where the browser goes next', () => {
    const { title, heading, requester } = writeDisclosure(factsOf(), 'en');
    expect(title).toContain('Ledger');
    expect(heading).toContain('Ledger');
    expect(heading).toContain('Maple Bank');
    expect(requester.lines.join(' ')).toContain('Ledger Technologies Inc.');
    expect(requester.title).toBe('Who is asking: Ledger Technologies Inc., BC1234567');
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
    const { title, lines } = writeDisclosure(factsOf({ recipient }), 'en').requester;
    expect(title).toBe('Who is asking: Ledger Technologies Inc.');
    expect(lines[0]).toBe('Ledger is a service of Ledger Technologies Inc.');
  });

  it('C1 returns to the app by its name when the address has no host', () => {
    const { lines } = writeDisclosure(factsOf({ redirectUri: 'com.example.ledger:/callback' }), 'en').requester;
    expect(lines.at(-1)).toContain('Ledger');
    expect(lines.at(-1)).not.toContain('com.example');
  });
});
