import { hashToken } from '../keys/random-token.ts';
import { codeTaking } from '../storage/authorization-codes.ts';
import { type Change, changeAtOnce } from '../storage/change-at-once.ts';
import { type ConsentInUse, consentUse } from '../storage/consents-in-use.ts';
import type { Database } from '../storage/database.ts';
import { refreshTokenInsertion } from '../storage/refresh-tokens.ts';

interface Redemption {
  codeHash: string;
  consent: ConsentInUse;
  /** A consent for once ends with this token. */
  isForOnce: boolean;
  token: { id: string; expiresAt: number; senderKey: string | undefined };
  refreshToken: string | undefined;
}

/** Takes a code and stores what is issued for it, at once; false when code or consent is not as it was read. */
export function recordRedemption(
  db: Database,
  { codeHash, consent, isForOnce, token, refreshToken }: Redemption,
  now: number,
): Promise<boolean> {
  const detail = { accessTokenId: token.id, expiresAt: token.expiresAt };
  const event = { type: 'code-redeemed', actor: 'recipient', happenedAt: now, detail } as const;
  const use = { at: now, ...(isForOnce && { expires_at: token.expiresAt }) };
  const changes: Change[] = [
    ...consentUse(db, consent, use, [event]),
    codeTaking(db, { codeHash, now, accessTokenId: token.id, accessTokenExpiresAt: token.expiresAt }),
  ];
  if (refreshToken) {
    const stored = { tokenHash: hashToken(refreshToken), consentId: consent.id, createdAt: now };
    changes.push(refreshTokenInsertion(db, { ...stored, dpopJkt: token.senderKey }));
  }
  return changeAtOnce(db, changes);
}
