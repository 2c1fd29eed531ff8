import { hkdfSync, webcrypto } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { environment } from './environment.ts';
import { processWide } from './process-wide.ts';

export type SealPurpose = 'ticket' | 'signing-key';

export interface Seal {
  /** A JWE (RFC 7516, `dir`, A256GCM) of the value as JSON. */
  seal(value: unknown): Promise<string>;
  /** The value, or undefined for anything that none of the secrets has sealed for this purpose. */
  open(sealed: string): Promise<unknown>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A seal for one purpose: the first secret seals, all of them open, so that secrets can be rotated. */
export function createSeal(secrets: readonly Uint8Array[], purpose: SealPurpose): Seal {
  const keys = secrets.map((secret) => {
    const bytes = new Uint8Array(hkdfSync('sha256', secret, '', `accord ${purpose}`, 32));
    return webcrypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  });
  return {
    async seal(value) {
      const key = await keys[0];
      if (!key) throw new Error('There is no secret to seal with');
      const plaintext = encoder.encode(JSON.stringify(value));
      return new CompactEncrypt(plaintext).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key);
    },
    async open(sealed) {
      if (!isCanonical(sealed)) return undefined;
      for (const key of keys) {
        const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
        const opened = await compactDecrypt(sealed, await key, options).catch(() => undefined);
        if (opened) return JSON.parse(decoder.decode(opened.plaintext));
      }
      return undefined;
    },
  };
}

// base64url can spell the same bytes in several ways (RFC 4648 §3.5); what was sealed is spelt in one.
const isCanonical = (sealed: string) =>
  sealed.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

/** The seal of this server's secrets for a purpose. */
export const sealFor = (purpose: SealPurpose): Seal =>
  processWide(`seal.${purpose}`, () => createSeal(environment().secrets, purpose));
