import { createHmac } from 'node:crypto';
import { derivedKeys } from '../keys/derived-keys.ts';

/**
 * The tokens that may follow a token, one a secret, the first secret's first: whoever asks again for a lost answer gets
 * the same one, and nobody can tell it from the old token without the secret. 256 bits, base64url.
 */
export const tokensAfter = (token: string): string[] =>
  derivedKeys('refresh-token').map((key) => createHmac('sha256', key).update(token).digest('base64url'));
