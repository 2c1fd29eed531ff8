import { createHash, randomBytes } from 'node:crypto';
import type { Language } from '../../i18n/locale.ts';

export const secretOfBudgetBuddy = 'budget-buddy-demo-secret';

/** The query of a good authorization request; `change` replaces parameters, and leaves out those that are undefined. */
export function authorizationQuery(change: Record<string, string | undefined> = {}): URLSearchParams {
  const parameters = {
    response_type: 'code',
    client_id: 'budget-buddy',
    redirect_uri: 'http://127.0.0.1:9999/callback',
    scope: 'ACCOUNT_BASIC TRANSACTIONS',
    state: newState(),
    provider_id: '1000',
    language: 'en',
    ...change,
  };
  return new URLSearchParams(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

export const authorizePath = (change?: Record<string, string | undefined>): string =>
  `/authorize?${authorizationQuery(change)}`;

/** The ways in which a request asks that its customer signs in now, whoever was signed in before. */
export const askingAnew: Record<string, string>[] = [
  { prompt: 'login' },
  { prompt: 'select_account' },
  { max_age: '0' },
];

export const newState = (): string => randomBytes(16).toString('base64url');

/** A PKCE verifier with the parameters that announce it (RFC 7636 §4.3). */
export function newProof() {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, parameters: { code_challenge: challenge, code_challenge_method: 'S256' } };
}

export const otherLanguageOf = (language: Language): Language => (language === 'en' ? 'fr' : 'en');
