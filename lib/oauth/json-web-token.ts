import { decodeJwt, type JWTPayload } from 'jose';

/** The claims of a JWT, whoever signed it; undefined for what is none. */
export function decodeClaims(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}
