import type { Ticket } from '../../lib/authorization/ticket.ts';

export const shownAt = Date.UTC(2026, 2, 12, 15) / 1000;

/** The ticket of a page shown at 11 a.m. in Toronto on 12 March 2026; a test changes one thing. */
export const ticketOf = (change: Partial<Ticket> = {}): Ticket => ({
  id: 'an id of 256 bits that nobody can guess',
  issuedAt: shownAt,
  sub: 'camille',
  sessionHash: 'hash-of-session-1',
  wordsHash: 'hash-of-words',
  request: requestOf(),
  ...change,
});

export const requestOf = (change: Partial<Ticket['request']> = {}): Ticket['request'] => ({
  clientId: 'ledger',
  redirectUri: 'https://ledger.example/callback',
  state: 'state with é and %41',
  scope: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
  providerId: '1000',
  correlationId: 'journey-1',
  language: 'fr',
  codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  ...change,
});
