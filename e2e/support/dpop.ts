import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const newKey = () => generateKeyPair('ES256', { extractable: true });
export type Key = Awaited<ReturnType<typeof newKey>>;
export const thumbprintOf = async ({ publicKey }: Key) => calculateJwkThumbprint(await exportJWK(publicKey));

/** A proof for a POST to an address (RFC 9449 §4.2); `more` replaces claims, such as the nonce of an answer before. */
export async function proofFor(htu: string, key: Key, more: Record<string, unknown> = {}): Promise<string> {
  const claims = { jti: crypto.randomUUID(), htm: 'POST', htu, iat: Math.floor(Date.now() / 1000) };
  return new SignJWT({ ...claims, ...more })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: (await exportJWK(key.publicKey)) as never })
    .sign(key.privateKey);
}
