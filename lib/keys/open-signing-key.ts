import type { JWK } from 'jose';
import { z } from 'zod';
import type { Database } from '../storage/database.ts';
import { listSigningKeys, type StoredSigningKey } from '../storage/signing-keys.ts';
import { sealFor } from './seal.ts';

/** The private key that was sealed; undefined where no secret opens it. */
export function openSigningKey({ sealed_key }: StoredSigningKey): JWK | undefined {
  const jwk = z.record(z.string(), z.unknown()).safeParse(sealFor('signing-key').open(sealed_key));
  return jwk.success ? (jwk.data as JWK) : undefined;
}

/** The public part of a key, of what the secret has sealed: nobody can put another there who only writes the database. */
export async function findSealedPublicKey(db: Database, kid: string): Promise<JWK | undefined> {
  const stored = (await listSigningKeys(db)).find((key) => key.kid === kid);
  const jwk = stored && openSigningKey(stored);
  if (!jwk) return undefined;
  const { d: _, ...publicJwk } = jwk;
  return publicJwk;
}
