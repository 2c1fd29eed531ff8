import { importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { now } from './clock.ts';
import { generateSigningKey } from './oauth/json-web-key.ts';
import { processWide } from './process-wide.ts';
import { sealFor } from './seal.ts';
import { database } from './storage/database.ts';
import { insertSigningKey, listSigningKeys } from './storage/signing-keys.ts';

export interface SigningKey {
  kid: string;
  key: CryptoKey;
}

/** The key that signs access tokens: made on the first start, kept sealed in the database. */
export const signingKey = (): Promise<SigningKey> => processWide('signing-key', loadSigningKey);

async function loadSigningKey(): Promise<SigningKey> {
  const seal = sealFor('signing-key');
  if ((await listSigningKeys(database())).length === 0) {
    const { kid, privateJwk, publicJwk } = await generateSigningKey();
    const sealed = seal.seal(privateJwk);
    await insertSigningKey(database(), {
      kid,
      sealed_key: sealed,
      public_jwk: JSON.stringify(publicJwk),
      created_at: now(),
    });
  }
  const [stored] = await listSigningKeys(database());
  const jwk = z.record(z.string(), z.unknown()).safeParse(stored && seal.open(stored.sealed_key));
  if (!stored || !jwk.success)
    throw new Error(
      'ACCORD_SECRET does not open the signing key in this database: put the secret it was made with last',
    );
  return { kid: stored.kid, key: (await importJWK(jwk.data as JWK, 'ES256')) as CryptoKey };
}

/** The public keys, as `/jwks` answers them (RFC 7517 §5). */
export async function publicKeys(): Promise<{ keys: JWK[] }> {
  return { keys: (await listSigningKeys(database())).map((stored) => JSON.parse(stored.public_jwk)) };
}
