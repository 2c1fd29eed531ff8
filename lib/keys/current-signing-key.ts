import { importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { generateSigningKey } from '../oauth/json-web-key.ts';
import { now } from '../process/clock.ts';
import { processWide } from '../process/process-wide.ts';
import { database } from '../storage/database.ts';
import { insertSigningKey, listSigningKeys } from '../storage/signing-keys.ts';
import { sealFor } from './seal.ts';
import { keyInUse, keyRefresh, keysToPublish } from './signing-key-times.ts';

export interface SigningKey {
  kid: string;
  key: CryptoKey;
}

interface Kept {
  readAt: number;
  key: Promise<SigningKey> | undefined;
}

/** The key that signs access tokens now; made on the first start, kept sealed in the database, read again each minute. */
export function signingKey(at = now()): Promise<SigningKey> {
  const kept = processWide<Kept>('signing-key', () => ({ readAt: 0, key: undefined }));
  if (kept.key && at < kept.readAt + keyRefresh) return kept.key;
  const key = loadSigningKey(at);
  Object.assign(kept, { readAt: at, key });
  key.catch(() => {
    if (kept.key === key) kept.key = undefined;
  });
  return key;
}

async function loadSigningKey(at: number): Promise<SigningKey> {
  if ((await listSigningKeys(database())).length === 0) await addSigningKey(at);
  const stored = keyInUse(await listSigningKeys(database()), at);
  const jwk = z.record(z.string(), z.unknown()).safeParse(stored && sealFor('signing-key').open(stored.sealed_key));
  if (!stored || !jwk.success)
    throw new Error(
      'ACCORD_SECRET does not open the signing key in this database: put the secret it was made with last',
    );
  return { kid: stored.kid, key: (await importJWK(jwk.data as JWK, 'ES256')) as CryptoKey };
}

/** Adds a key, which is published at once and signs when its lead has passed; answers its id. */
export async function addSigningKey(at: number): Promise<string> {
  const { kid, privateJwk, publicJwk } = await generateSigningKey();
  await insertSigningKey(database(), {
    kid,
    sealed_key: sealFor('signing-key').seal(privateJwk),
    public_jwk: JSON.stringify(publicJwk),
    created_at: at,
  });
  return kid;
}

/** The public keys, as `/jwks` answers them (RFC 7517 §5). */
export async function publicKeys(at = now()): Promise<{ keys: JWK[] }> {
  const published = keysToPublish(await listSigningKeys(database()), at);
  return { keys: published.map((stored) => JSON.parse(stored.public_jwk)) };
}
