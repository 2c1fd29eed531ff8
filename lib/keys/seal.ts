import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';

type SealPurpose = 'ticket' | 'signing-key' | 'sign-in-flow' | 'session' | 'journey' | 'problem';

export interface Seal {
  /** A JWE (RFC 7516, `dir`, A256GCM) of the value as JSON. */
  seal(value: unknown): string;
  /** The value, or undefined for anything that none of the secrets has sealed for this purpose. */
  open(sealed: string): unknown;
}

// The one header there is (RFC 7516 §4): what says anything else was not sealed here.
const header = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url');
const additionalData = Buffer.from(header, 'ascii');

/**
 * A seal for one purpose: the first secret seals, all of them open, so that secrets can be rotated. Over `node:crypto`
 * and without waiting: a ticket is sealed or opened in a tenth of the CPU that WebCrypto takes.
 */
export function createSeal(secrets: readonly Uint8Array[], purpose: SealPurpose): Seal {
  const keys = secrets.map((secret) =>
    createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', `accord ${purpose}`, 32))),
  );
  return {
    seal(value) {
      const [key] = keys;
      if (!key) throw new Error('There is no secret to seal with');
      const initializationVector = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, initializationVector).setAAD(additionalData);
      const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      // Compact serialization without an encrypted key (RFC 7516 §7.1, RFC 7518 §4.5).
      const parts = [initializationVector, ciphertext, cipher.getAuthTag()];
      return `${header}..${parts.map((part) => part.toString('base64url')).join('.')}`;
    },
    open(sealed) {
      const [given, encryptedKey, ...encoded] = sealed.split('.');
      const parts = encoded.map((part) => Buffer.from(part, 'base64url'));
      // base64url can spell the same bytes in several ways (RFC 4648 §3.5); what was sealed is spelt in one.
      if (parts.some((part, index) => part.toString('base64url') !== encoded[index])) return undefined;
      if (given !== header || encryptedKey !== '' || parts.length !== 3) return undefined;
      for (const key of keys) {
        const plaintext = decrypt(key, parts as [Buffer, Buffer, Buffer]);
        if (plaintext !== undefined) return JSON.parse(plaintext);
      }
      return undefined;
    },
  };
}

function decrypt(key: KeyObject, [initializationVector, ciphertext, tag]: [Buffer, Buffer, Buffer]) {
  if (initializationVector.length !== 12 || tag.length !== 16) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, initializationVector).setAAD(additionalData).setAuthTag(tag);
  try {
    return decipher.update(ciphertext, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** The seal of this server's secrets for a purpose. */
export const sealFor = (purpose: SealPurpose): Seal =>
  processWide(`seal.${purpose}`, () => createSeal(environment().secrets, purpose));
