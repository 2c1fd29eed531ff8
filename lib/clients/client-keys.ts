import { createLocalJWKSet, createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { processWide } from '../process/process-wide.ts';
import type { Recipient } from '../registry/recipient.ts';
import { fetchKeys } from './fetch-keys.ts';

/** The keys of a client: those registered, or those at its `jwks_uri`, fetched again when it signs with a new one. */
export function keysOf({ clientId, jwks, jwksUri }: Recipient): JWTVerifyGetKey | undefined {
  if (jwks) return processWide(`jwks.${clientId}`, () => createLocalJWKSet(jwks));
  if (!jwksUri) return undefined;
  return processWide(`jwks.${clientId}`, () =>
    createRemoteJWKSet(new URL(jwksUri), {
      timeoutDuration: 5000,
      cooldownDuration: 5000,
      cacheMaxAge: 600_000,
      [customFetch]: fetchKeys,
    }),
  );
}
