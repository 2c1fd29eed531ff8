import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, base64url: for what must not be guessed. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 in base64url: all that is stored of a token, code or session id. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
