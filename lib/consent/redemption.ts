import { randomUUID } from 'node:crypto';
import { now } from '../clock.ts';
import { environment } from '../environment.ts';
import { note } from '../log/request-log.ts';
import { signAccessToken } from '../oauth/access-token.ts';
import { findMismatch } from '../oauth/authorization-code.ts';
import { pairwiseSubject } from '../oauth/pairwise-subject.ts';
import { formatScope } from '../oauth/scope.ts';
import { type TokenError, tokenError } from '../oauth/token-error.ts';
import type { AuthorizationCodeGrant } from '../oauth/token-request.ts';
import { processWide } from '../process-wide.ts';
import { hashToken, randomToken } from '../random.ts';
import { currentRegistry } from '../registry/current.ts';
import type { Recipient } from '../registry/recipient.ts';
import { signingKey } from '../signing-keys.ts';
import {
  type FoundAuthorizationCode,
  findAuthorizationCode,
  revokeAuthorizationCode,
  takeAuthorizationCode,
} from '../storage/authorization-codes.ts';
import { database } from '../storage/database.ts';
import { settle } from '../storage/settings.ts';
import { accessTokenLife } from './decision.ts';

/** RFC 6749 §5.1, with the consent's id as `grant_id`. */
export interface TokenResponse {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
  grant_id: string;
}

export type Redemption = { outcome: 'issued'; response: TokenResponse; correlationId: string } | TokenError;

/**
 * Exchanges a code for an access token, once. An attempt that does not fit leaves the code as it is; the right client
 * coming a second time revokes what was issued (OAuth 2.1, authorization code reuse).
 */
export async function redeemAuthorizationCode(grant: AuthorizationCodeGrant, client: Recipient): Promise<Redemption> {
  const db = database();
  const at = now();
  const codeHash = hashToken(grant.code);
  const found = await findAuthorizationCode(db, codeHash);
  if (!found) return invalidGrant('unknown-code');
  note({ correlationId: found.consent.correlationId, consentId: found.consent.id });
  const mismatch = findMismatch(grant, client.clientId, found);
  if (mismatch) return invalidGrant(mismatch);
  if (found.isConsumed) {
    await revokeAuthorizationCode(db, codeHash, at);
    return invalidGrant('code-replayed');
  }
  const expiresAt = Math.min(at + accessTokenLife, found.consent.expiresAt);
  const isOver = found.isRevoked || !found.consent.isActive || found.expiresAt <= at || expiresAt <= at;
  if (isOver) return invalidGrant('code-expired');

  const accessTokenId = randomUUID();
  const accessToken = await issueAccessToken(found.consent, client, { id: accessTokenId, issuedAt: at, expiresAt });
  const isTaken = await takeAuthorizationCode(db, {
    codeHash,
    now: at,
    accessTokenId,
    accessTokenExpiresAt: expiresAt,
  });
  if (!isTaken) {
    await revokeAuthorizationCode(db, codeHash, at);
    return invalidGrant('code-replayed');
  }
  const response = {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: expiresAt - at,
    scope: formatScope(found.consent.clusters),
    grant_id: found.consent.id,
  } as const;
  return { outcome: 'issued', response, correlationId: found.consent.correlationId };
}

// One text outside for every cause; the cause is in the log.
function invalidGrant(cause: string): TokenError {
  note({ outcome: cause });
  return tokenError('invalid_grant', 'the code is not valid for this request');
}

async function issueAccessToken(
  consent: FoundAuthorizationCode['consent'],
  client: Recipient,
  token: { id: string; issuedAt: number; expiresAt: number },
): Promise<string> {
  const { issuer } = environment();
  const audience = currentRegistry().providers.get(consent.providerId)?.resource ?? issuer;
  const subject = pairwiseSubject(await pairwiseSalt(), client.clientId, consent.providerId, consent.sub);
  const scope = formatScope(consent.clusters);
  const claims = { ...token, issuer, audience, subject, clientId: client.clientId, scope, consentId: consent.id };
  return signAccessToken(claims, await signingKey());
}

const pairwiseSalt = (): Promise<string> =>
  processWide('pairwise-salt', () => settle(database(), 'pairwise_salt', randomToken()));
