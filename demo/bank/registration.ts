import { createHash } from 'node:crypto';

/** How Accord and the sample bank know each other: addresses as they are reached, secrets made for the occasion. */
export interface Acquaintance {
  /** The bank's own address, and its OpenID issuer. */
  bank: string;
  /** Accord's address, and its OAuth issuer. */
  accord: string;
  /** What Accord proves itself with at the bank. */
  accordSecret: string;
  /** What the bank's data API proves itself with at Accord. */
  apiSecret: string;
}

export const providerId = '3000';
export const accordClientId = 'accord';
export const apiClientId = 'harbour-api';
/** The environment variable in which Accord finds its secret for the bank. */
export const secretVariable = 'HARBOUR_SECRET';

/** The bank's data API, by the name that tokens for it carry. */
export const resourceOf = ({ bank }: Pick<Acquaintance, 'bank'>): string => `${bank}/fdx/v6`;

/** The bank as a data provider of Accord's registry. */
export const registrationOf = ({ bank, apiSecret }: Pick<Acquaintance, 'bank' | 'apiSecret'>) => ({
  provider_id: providerId,
  name: 'Harbour Trust',
  'name#fr': 'Fiducie du Havre',
  'name_with_article#fr': 'la Fiducie du Havre',
  accent_color: '#7a2f3b',
  help_phone: '1-888-555-0142',
  resource: resourceOf({ bank }),
  sign_in: {
    type: 'oidc',
    issuer: bank,
    client_id: accordClientId,
    client_secret_env: secretVariable,
    scope: 'openid profile accounts:read',
    max_age: 300,
    acr_values: 'mfa',
  },
  accounts: { type: 'fdx', base_uri: resourceOf({ bank }) },
  api_clients: [
    {
      client_id: apiClientId,
      client_secret_sha256: createHash('sha256').update(apiSecret).digest('hex'),
      scope: ['introspection'],
    },
  ],
});
