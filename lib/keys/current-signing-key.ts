import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { generateSigningKey } from '../oauth/json-web-key.ts';
import { processWide } from '../process/process-wide.ts';
import type { Database } from '../storage/database.ts';
import { insertSigningKey, listSigningKeys } from '../storage/signing-keys.ts';
import { openSigningKey } from './open-signing-key.ts';
import { sealFor } from './seal.ts';
import { keyInUse, keyRefresh } from './signing-key-times.ts';

interface SigningKey {
  kid: string;
  key: KeyObject;
}

interface Kept {
  readAt: number;
  key: Promise<SigningKey>;
}

/** The key that signs now. It is made on the first start, kept sealed in the database, and read again each minute. */
export function currentSigningKey(db: Database, now: number): Promise<SigningKey> {
  const keptKeys = processWide('signing-keys', () => new WeakMap<Database, Kept>());
  const kept = keptKeys.get(db);
  if (kept && now < kept.readAt + keyRefresh) return kept.key;
  const key = loadSigningKey(db, now);
  keptKeys.set(db, { readAt: now, key });
  key.catch(() => {
    if (keptKeys.get(db)?.key === key) keptKeys.delete(db);
  });
  return key;
}

async function loadSigningKey(db: Database, now: number): Promise<SigningKey> {
  if ((await listSigningKeys(db)).length === 0) await addSigningKey(db, now);
  const stored = keyInUse(await listSigningKeys(db), now);
  const jwk = stored && openSigningKey(stored);
  if (!stored || !jwk)
    throw new Error(
      'ACCORD_SECRET does not open the signing key in this database: put the secret it was made with last',
    );
  return { kid: stored.kid, key: createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' }) };
}

/** Adds a key. It is published at once and signs when its lead has passed. */
export async function addSigningKey(db: Database, now: number): Promise<void> {
  const { kid, privateJwk, publicJwk } = await generateSigningKey();
  await insertSigningKey(db, {
    kid,
    sealed_key: sealFor('signing-key').seal(privateJwk),
    public_jwk: JSON.stringify(publicJwk),
    created_at: now,
  });
}
