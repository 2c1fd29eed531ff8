import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { processWide } from '../process/process-wide.ts';
import type { Recipient } from '../registry/recipient.ts';
import { askPublicly } from './ask-publicly.ts';

/**
 * The keys of a client: those registered, or those at its `jwks_uri`, fetched again when it signs with a new one. They go
 * with the registration: another registry has other keys.
 */
export function keysOf(recipient: Recipient): JWTVerifyGetKey | undefined {
  const known = processWide('client-keys', () => new WeakMap<Recipient, JWTVerifyGetKey>());
  const keys = known.get(recipient) ?? makeKeys(recipient);
  if (keys) known.set(recipient, keys);
  return keys;
}

function makeKeys({ jwks, jwksUri }: Recipient): JWTVerifyGetKey | undefined {
  if (jwks) return createLocalJWKSet(jwks);
  if (!jwksUri) return undefined;
  return createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: 5000,
    cooldownDuration: 5000,
    cacheMaxAge: 600_000,
    [customFetch]: (address, { signal }) => askPublicly(address, { signal, headers: { accept: 'application/json' } }),
  });
}
