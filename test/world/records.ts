import { hashDisclosure } from '../../lib/disclosure/hash-disclosure.ts';
import type { NewAuthorizationCode } from '../../lib/storage/authorization-codes.ts';
import type { Consent } from '../../lib/storage/consents.ts';
import type { Session } from '../../lib/storage/sessions.ts';
import { registeredAccount } from './registration.ts';

/** When all of these are made, in epoch seconds; a test changes one thing of them. */
export const now = 1_773_327_600;

export const session: Session = {
  idHash: 'session-hash',
  providerId: '1000',
  sub: 'camille',
  name: 'Camille Tremblay',
  accounts: [registeredAccount(), registeredAccount({ accountId: 'acc-2', nickname: 'Économies « été »' })],
  authenticatedAt: now,
  expiresAt: now + 600,
};

export const consent: Consent = {
  id: 'consent-1',
  clientId: 'ledger',
  providerId: '1000',
  sub: 'camille',
  correlationId: 'journey-1',
  clusters: ['ACCOUNT_BASIC', 'TRANSACTIONS'],
  accountIds: ['acc-1'],
  durationType: 'TIME_BOUND',
  lookbackFrom: undefined,
  language: 'fr',
  textVersion: '2026-01-01',
  textHash: hashDisclosure('{}'),
  text: '{}',
  requestHash: 'request-1',
  createdAt: now,
  expiresAt: now + 86_400,
};

export const code: NewAuthorizationCode = {
  codeHash: 'code-hash',
  consentId: 'consent-1',
  clientId: 'ledger',
  redirectUri: 'https://ledger.example/callback',
  codeChallenge: undefined,
  createdAt: now,
  expiresAt: now + 60,
};

export const event = { type: 'used', actor: 'provider', happenedAt: now, detail: { by: 'été' } } as const;

/** One index for each of so many. */
export const times = (count: number) => Array.from({ length: count }, (_, index) => index);
