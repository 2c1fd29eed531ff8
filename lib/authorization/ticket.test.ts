import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestOf, shownAt, ticketOf } from '../../test/world/ticket.ts';
import { createSeal } from '../keys/seal.ts';
import { requestHashOf } from './request-hash.ts';
import { hasExpired, openTicket, sealTicket, type Ticket, ticketLife } from './ticket.ts';

const seal = createSeal([Buffer.alloc(32, 1)], 'ticket');
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('a ticket', () => {
  it('C7 binds customer, session, words, client, redirect URI, scope, challenge, state, time and a unique id', () => {
    expect(openTicket(seal, sealTicket(seal, ticketOf()))).toEqual(ticketOf());
  });

  it('C7 binds a request without a challenge as one without', () => {
    const ticket = ticketOf({ request: requestOf({ codeChallenge: undefined }) });
    expect(openTicket(seal, sealTicket(seal, ticket))).toEqual(ticket);
  });

  it('C7 loses nothing of a request: every field that there can be', () => {
    const request: Required<Ticket['request']> = {
      ...requestOf(),
      state: 'state',
      codeChallenge: 'challenge',
      askedScope: 'TRANSACTIONS ACCOUNT_BASIC',
      authorizationDetails: '[{"type":"fdx"}]',
      dpopJkt: 'thumbprint',
      requestUri: 'urn:ietf:params:oauth:request_uri:x',
      prompt: 'login',
      maxAge: 0,
      loginHint: 'camille',
      acrValues: 'mfa',
    };
    const opened = openTicket(seal, sealTicket(seal, ticketOf({ request })));
    expect(opened?.request).toEqual(request);
    for (const field of Object.keys(request)) {
      const { [field as 'state']: _, ...without } = request;
      const ticket = openTicket(seal, sealTicket(seal, ticketOf({ request: without as Ticket['request'] })));
      if (ticket) expect(ticket.request, `without ${field}`).toEqual(without);
    }
  });

  it('C11 answers for the same request as the page that was opened, whatever the request asks for', () => {
    const asked = { prompt: 'login', maxAge: 300, loginHint: 'camille', acrValues: 'mfa', askedScope: 'x y' };
    for (const [field, value] of Object.entries(asked)) {
      const ticket = ticketOf({ request: requestOf({ [field]: value }) });
      const opened = openTicket(seal, sealTicket(seal, ticket));
      expect(requestHashOf(opened ?? ticketOf()), field).toBe(requestHashOf(ticket));
      expect(requestHashOf(ticket), field).not.toBe(requestHashOf(ticketOf()));
    }
  });

  it('C7 gives back any state byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 }), (state) => {
        const ticket = ticketOf({ request: requestOf({ state }) });
        expect(openTicket(seal, sealTicket(seal, ticket))?.request.state).toBe(state);
      }),
    );
  });

  it('C7 never becomes another ticket by a change of its characters', () => {
    const sealed = sealTicket(seal, ticketOf());
    const change = fc.record({ index: fc.nat(sealed.length), removed: fc.nat(3), added: fc.string({ maxLength: 3 }) });
    fc.assert(
      fc.property(change, ({ index, removed, added }) => {
        const opened = openTicket(seal, sealed.slice(0, index) + added + sealed.slice(index + removed));
        if (opened) expect(opened).toEqual(ticketOf());
      }),
      { numRuns: 500 },
    );
  });

  it('C7 is nothing when any one character of it is another', () => {
    const sealed = sealTicket(seal, ticketOf());
    const anyCharacter = fc.oneof(
      fc.constantFrom(...base64url, '.', '=', ' '),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), anyCharacter, (index, character) => {
        fc.pre(character !== sealed[index]);
        const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
        expect(openTicket(seal, changed)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('C7 is nothing when the last character of any of its parts is another', () => {
    const sealed = sealTicket(seal, ticketOf());
    const lastOfParts = [...sealed.matchAll(/[^.](?=\.|$)/g)].map((match) => match.index);
    for (const index of lastOfParts)
      for (const character of base64url.replace(sealed[index] ?? '', '')) {
        const changed = sealed.slice(0, index) + character + sealed.slice(index + 1);
        expect(openTicket(seal, changed), `character ${index} as ${character}`).toBeUndefined();
      }
  });

  it('C7 is nothing when it is cut short anywhere', () => {
    const sealed = sealTicket(seal, ticketOf());
    for (let length = 0; length < sealed.length; length += 1)
      expect(openTicket(seal, sealed.slice(0, length)), `the first ${length}`).toBeUndefined();
  });

  it('C7 is nothing when anything is added to it', () => {
    const sealed = sealTicket(seal, ticketOf());
    fc.assert(
      fc.property(fc.nat(sealed.length), fc.constantFrom(...base64url, '.', '=', ' ', '\n'), (index, character) => {
        const changed = sealed.slice(0, index) + character + sealed.slice(index);
        expect(openTicket(seal, changed)).toBeUndefined();
      }),
    );
  });

  it('C7 cannot be put together from the parts of two', () => {
    const one = sealTicket(seal, ticketOf()).split('.');
    const other = sealTicket(seal, ticketOf({ sub: 'noah' })).split('.');
    for (let part = 2; part < one.length; part += 1)
      expect(openTicket(seal, one.with(part, other[part] ?? '').join('.'))).toBeUndefined();
  });

  it('is nothing when it was sealed for another purpose or with another secret', () => {
    const otherPurpose = createSeal([Buffer.alloc(32, 1)], 'signing-key');
    const otherSecret = createSeal([Buffer.alloc(32, 2)], 'ticket');
    expect(openTicket(seal, sealTicket(otherPurpose, ticketOf()))).toBeUndefined();
    expect(openTicket(seal, sealTicket(otherSecret, ticketOf()))).toBeUndefined();
  });

  it('is nothing when what was sealed is no ticket', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(openTicket(seal, seal.seal(value))).toBeUndefined();
      }),
    );
  });

  it('C14 can be answered for ten minutes, to the second', () => {
    expect(ticketLife).toBe(600);
    expect(hasExpired(ticketOf(), shownAt)).toBe(false);
    expect(hasExpired(ticketOf(), shownAt + 599)).toBe(false);
    expect(hasExpired(ticketOf(), shownAt + 600)).toBe(true);
  });
});
