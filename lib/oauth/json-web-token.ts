import { decodeJwt, type JWTPayload } from 'jose';

/** The claims of a JWT, its signature not verified. Undefined for anything else. */
export function decodeClaims(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}
