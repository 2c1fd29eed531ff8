import { createHmac, hkdfSync } from 'node:crypto';
import { environment } from './environment.ts';
import { processWide } from './process-wide.ts';

/**
 * The tokens that may follow a token, one a secret, the first secret's first: whoever asks again for a lost answer gets
 * the same one, and nobody can tell it from the old token without the secret. 256 bits, base64url.
 */
export const tokensAfter = (token: string): string[] =>
  successorKeys().map((key) => createHmac('sha256', key).update(token).digest('base64url'));

const successorKeys = () =>
  processWide('successor-keys', () =>
    environment().secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'accord refresh-token', 32))),
  );
