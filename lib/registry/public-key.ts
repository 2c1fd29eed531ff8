import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import { z } from 'zod';

/** A public key that a client signs with: RSA of 2048 bits or more, EC on P-256, or Ed25519 (FAPI 2.0 §5.4.1). */
export const publicKey = z.record(z.string(), z.unknown()).transform((jwk, context): JWK => {
  const fault = faultOf(jwk);
  if (fault) context.addIssue({ code: 'custom', message: fault });
  return fault ? z.NEVER : jwk;
});

function faultOf(jwk: Record<string, unknown>): string | undefined {
  if ('d' in jwk || 'k' in jwk) return 'must be a public key: this one holds a secret';
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPublicKey({
      key: jwk as JsonWebKey,
      format: 'jwk',
    });
    if (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return undefined;
    if (type === 'ec' && details?.namedCurve === 'prime256v1') return undefined;
    if (type === 'ed25519') return undefined;
  } catch {
    return 'must be a JSON Web Key (RFC 7517)';
  }
  return 'must be RSA of at least 2048 bits, EC on P-256, or Ed25519';
}
