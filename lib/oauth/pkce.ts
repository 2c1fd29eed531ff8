import { createHash, timingSafeEqual } from 'node:crypto';

/** A `code_challenge` of method S256: 43 characters of base64url (RFC 7636 §4.2). */
export const isCodeChallenge = (value: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(value);

/** True when the verifier is well formed (RFC 7636 §4.1) and matches the challenge (§4.6). */
export function matchesCodeChallenge(verifier: string, challenge: string): boolean {
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const computed = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const expected = Buffer.from(challenge);
  return computed.length === expected.length && timingSafeEqual(computed, expected);
}
