import { createHmac } from 'node:crypto';
import { derivedKeys } from '../keys/derived-keys.ts';

/**
 * The tokens that may follow a refresh token, one for each secret, the first secret's first. They are derived, so that a
 * client whose answer was lost is given the same one again. 256 bits, base64url.
 */
export const refreshTokenSuccessors = (token: string): string[] =>
  derivedKeys('refresh-token').map((key) => createHmac('sha256', key).update(token).digest('base64url'));
