import { createHmac } from 'node:crypto';
import { hashToken } from '../keys/random-token.ts';
import type { NewAuthorizationCode } from '../storage/authorization-codes.ts';
import type { ShownRequest } from './shown-request.ts';

/** Seconds that an authorization code can be exchanged (FAPI 2.0 §5.3.2.1). */
export const codeLife = 60;

/** The code of a page: 256 bits, the same for every submission, and known to nobody who cannot open its ticket. */
export const authorizationCodeOf = ({ id }: ShownRequest): string =>
  createHmac('sha256', id).update('authorization code').digest('base64url');

/** The code of a page as it is stored, bound to what was asked; it brings tokens for this consent. */
export const newAuthorizationCode = (shown: ShownRequest, consentId: string, now: number): NewAuthorizationCode => ({
  codeHash: hashToken(authorizationCodeOf(shown)),
  consentId,
  clientId: shown.request.clientId,
  redirectUri: shown.request.redirectUri,
  codeChallenge: shown.request.codeChallenge,
  dpopJkt: shown.request.dpopJkt,
  createdAt: now,
  expiresAt: now + codeLife,
});
