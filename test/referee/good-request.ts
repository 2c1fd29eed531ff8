import { type Language, readLanguage } from '#i18n/locale.ts';
import type { OAuthClient } from '../../lib/oauth/client.ts';
import type { AuthorizationContext } from '../../lib/oauth/read-authorization-request.ts';
import { dataClusters } from '../../lib/oauth/scope.ts';

export const issuer = 'http://accord.example';

// RFC 7636 appendix B.
export const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const codeChallenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const client = {
  redirectUris: ['https://recipient.example/callback'],
  scope: ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS', 'STATEMENTS'],
  status: 'active',
  requirePkce: false,
  tokenEndpointAuthMethod: 'client_secret_basic',
} as const;

export const confidential: OAuthClient = {
  ...client,
  clientId: 'budget',
  redirectUris: [
    'https://budget.example/callback',
    'https://budget.example/callback?tenant=7',
    'http://127.0.0.1/callback',
    'http://localhost:4000/callback',
  ],
};

export const publicClient: OAuthClient = {
  ...client,
  clientId: 'cashflow',
  redirectUris: ['com.example.cashflow:/callback', 'http://127.0.0.1/callback', 'http://[::1]:9000/callback'],
  scope: dataClusters,
  tokenEndpointAuthMethod: 'none',
};

export const careful: OAuthClient = { ...client, clientId: 'careful', requirePkce: true };
export const suspended: OAuthClient = { ...client, clientId: 'asleep', status: 'suspended' };

const recipients = [confidential, publicClient, careful, suspended];
const providers = [{ providerId: '1000' }, { providerId: '2000' }];

export const context: AuthorizationContext<OAuthClient, { providerId: string }, Language> = {
  issuer,
  findRecipient: (id) => recipients.find(({ clientId }) => clientId === id),
  findProvider: (id) => providers.find(({ providerId }) => providerId === id),
  onlyProvider: undefined,
  readLanguage,
  newCorrelationId: () => 'made-here',
};

export type Parameters = readonly (readonly [name: string, value: string])[];

export const goodRequest: Parameters = [
  ['client_id', confidential.clientId],
  ['redirect_uri', 'https://budget.example/callback'],
  ['response_type', 'code'],
  ['scope', 'ACCOUNT_BASIC TRANSACTIONS'],
  ['state', 'af0ifjsldkj'],
  ['provider_id', '1000'],
];

export const goodPublicRequest: Parameters = [
  ['client_id', publicClient.clientId],
  ['redirect_uri', 'com.example.cashflow:/callback'],
  ['response_type', 'code'],
  ['scope', 'ACCOUNT_BASIC TRANSACTIONS'],
  ['state', 'af0ifjsldkj'],
  ['provider_id', '1000'],
  ['code_challenge', codeChallenge],
  ['code_challenge_method', 'S256'],
];

export const withoutParameters = (parameters: Parameters, ...names: string[]): Parameters =>
  parameters.filter(([name]) => !names.includes(name));

export const withValue = (parameters: Parameters, name: string, value: string): Parameters => [
  ...withoutParameters(parameters, name),
  [name, value],
];

/** As encodeURIComponent writes it: percent-encoded UTF-8, a space as %20. */
export const formatQuery = (parameters: Parameters): string =>
  parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
