import { matchesCodeChallenge } from './pkce.ts';
import type { AuthorizationCodeGrant } from './token-request.ts';

/** What a code was bound to when it was issued. */
interface CodeBinding {
  clientId: string;
  redirectUri: string;
  codeChallenge: string | undefined;
  /** The thumbprint of the key that was named in the request (RFC 9449 §10). */
  dpopJkt?: string | undefined;
}

/** Why a grant does not match its code. The client sees one `invalid_grant`; the reason goes to the log. */
export type MismatchReason =
  | 'wrong-client'
  | 'wrong-redirect-uri'
  | 'verifier-missing'
  | 'verifier-wrong'
  | 'no-challenge'
  | 'wrong-key';

/** Compares a grant with what its code was bound to (RFC 6749 §4.1.3, RFC 7636 §4.6). */
export function findMismatch(
  grant: Pick<AuthorizationCodeGrant, 'redirectUri' | 'codeVerifier'> & { senderKey?: string | undefined },
  clientId: string,
  binding: CodeBinding,
): MismatchReason | undefined {
  if (binding.clientId !== clientId) return 'wrong-client';
  if (binding.redirectUri !== grant.redirectUri) return 'wrong-redirect-uri';
  if (binding.dpopJkt !== undefined && binding.dpopJkt !== grant.senderKey) return 'wrong-key';
  // RFC 9700 §4.8.2: a verifier without a challenge is a downgrade.
  if (binding.codeChallenge === undefined) return grant.codeVerifier === undefined ? undefined : 'no-challenge';
  if (grant.codeVerifier === undefined) return 'verifier-missing';
  return matchesCodeChallenge(grant.codeVerifier, binding.codeChallenge) ? undefined : 'verifier-wrong';
}
