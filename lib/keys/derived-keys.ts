import { hkdfSync } from 'node:crypto';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';

/** Keys for one purpose, one a secret of this server, the first secret's first; none tells of the secret or of another. */
export const derivedKeys = (purpose: 'refresh-token' | 'dpop-nonce' | 'evidence'): Buffer[] =>
  processWide(`derived-keys.${purpose}`, () =>
    environment().secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', `accord ${purpose}`, 32))),
  );
