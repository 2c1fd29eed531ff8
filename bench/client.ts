import { generateKeyPairSync } from 'node:crypto';

/** A client that both servers know. */
export interface Client {
  id: string;
  method: 'client_secret_basic' | 'private_key_jwt';
  secret: string;
}

/** Where every recipient is sent back to, and what it asks for. */
export const redirectUri = 'http://127.0.0.1:9999/callback';
export const scope = 'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS';

/** A recipient with a secret; its refresh tokens rotate. */
export const withSecret: Client = {
  id: 'budget-buddy',
  method: 'client_secret_basic',
  secret: 'budget-buddy-demo-secret',
};
/** The same, whose access tokens oidc-provider keeps instead of signing them: it introspects no others. */
export const withStoredTokens: Client = { ...withSecret, id: 'budget-watch' };
/** A recipient of the FAPI 2.0 profile: signed assertions, DPoP, refresh tokens that stay. */
export const withKey: Client = { id: 'budget-vault', method: 'private_key_jwt', secret: '' };
/** The data API of the bank, which asks about tokens. */
export const resourceServer: Client = {
  id: 'maple-api',
  method: 'client_secret_basic',
  secret: 'maple-api-demo-secret',
};

/** The key of `withKey`, for its assertions and its DPoP proofs. */
export const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const publicJwk = publicKey.export({ format: 'jwk' });
