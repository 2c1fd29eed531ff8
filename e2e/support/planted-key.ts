import { DatabaseSync } from 'node:sqlite';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/**
 * Adds a key that the test holds to those that a server publishes, and gives what signs with it: so that a token may be
 * wrong in one thing only. It is too new for the server to sign with it.
 */
export async function plantSigningKey(path: string): Promise<(claims: JWTPayload, type?: string) => Promise<string>> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const database = new DatabaseSync(path, { timeout: 2000 });
  database
    .prepare('insert into signing_keys (kid, sealed_key, public_jwk, created_at) values (?, ?, ?, ?)')
    .run(
      kid,
      'not to be opened',
      JSON.stringify({ ...jwk, kid, alg: 'ES256', use: 'sig' }),
      Math.floor(Date.now() / 1000),
    );
  database.close();
  return (claims, type = 'at+jwt') =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: type, kid }).sign(privateKey);
}
