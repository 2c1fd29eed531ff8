import { issuer } from '../process/environment.ts';

/**
 * Where a bank sends the browser back to, registered there as this server's redirect URI. Each bank has one of its own, so
 * that no answer of one is ever taken for another's (RFC 9700 §4.4.2).
 */
export const callbackUri = (providerId: string): string => `${issuer()}/sign-in/callback/${providerId}`;

/** Where a bank that offers to sign out sends the browser back to; registered there. */
export const signedOutUri = (): string => `${issuer()}/sign-out/callback`;
