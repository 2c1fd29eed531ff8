import { createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { processWide } from '../process/process-wide.ts';
import type { Database } from '../storage/database.ts';
import { listSigningKeys, type StoredSigningKey } from '../storage/signing-keys.ts';
import { keyRefresh, keysToPublish } from './signing-key-times.ts';

/** A signing key of the database, with its public half imported. */
interface KnownKey extends StoredSigningKey {
  jwk: JWK;
  publicKey: KeyObject;
}

interface Kept {
  readAt: number;
  keys: Promise<KnownKey[]>;
}

/** The signing keys of a database, newest first, as they were at most so many seconds ago. */
function knownKeys(db: Database, now: number, oldest = keyRefresh): Promise<KnownKey[]> {
  const kept = processWide('known-keys', () => new WeakMap<Database, Kept>());
  const known = kept.get(db);
  // A clock that was set back makes nothing younger.
  if (known && now >= known.readAt && now < known.readAt + oldest) return known.keys;
  const keys = listSigningKeys(db).then((stored) => stored.map(imported));
  kept.set(db, { readAt: now, keys });
  keys.catch(() => {
    if (kept.get(db)?.keys === keys) kept.delete(db);
  });
  return keys;
}

function imported(stored: StoredSigningKey): KnownKey {
  const jwk: JWK = JSON.parse(stored.public_jwk);
  return { ...stored, jwk, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** A key that a good token may be signed with. One that is unknown is looked for again, at most once a second. */
export async function findPublishedKey(db: Database, kid: string, now: number): Promise<KeyObject | undefined> {
  for (const oldest of [keyRefresh, 1]) {
    const key = keysToPublish(await knownKeys(db, now, oldest), now).find((known) => known.kid === kid);
    if (key) return key.publicKey;
  }
  return undefined;
}

/** The public keys of this second, as `/jwks` answers them (RFC 7517 §5). */
export async function publicKeys(db: Database, now: number): Promise<{ keys: JWK[] }> {
  return { keys: keysToPublish(await knownKeys(db, now, 1), now).map(({ jwk }) => jwk) };
}
