import { narrowConsent } from '../../lib/consent/narrow.ts';
import { recordUse } from '../../lib/consent/record-use.ts';
import { withdrawConsent } from '../../lib/consent/withdraw.ts';
import { makeAnchor } from '../../lib/evidence/make-anchor.ts';
import { removeOldRecords } from '../../lib/housekeeping/retention.ts';
import { sweepOnce } from '../../lib/housekeeping/sweep-once.ts';
import { findAuthorizationCode, insertAuthorizationCode } from '../../lib/storage/authorization-codes.ts';
import { recordOnce } from '../../lib/storage/consent-events.ts';
import { findConsent, type StoredConsent } from '../../lib/storage/consents.ts';
import type { ConsentInUse } from '../../lib/storage/consents-in-use.ts';
import type { Database } from '../../lib/storage/database.ts';
import { recordRedemption } from '../../lib/tokens/record-redemption.ts';
import { code, now, times } from './records.ts';
import { storeConsent } from './stored-consent.ts';

const day = 86_400;
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/**
 * Consents of every kind of life, and denials, in three anchors and beyond: in force, used, stopped, narrowed, for once,
 * over, removed. Nothing of it is written but by the functions that write it in production.
 */
export async function storeEvidence(db: Database): Promise<void> {
  for (const index of times(8)) await storeConsent(db, { id: idOf(index), expiresAt: now + 300 * day });
  await storeConsent(db, { id: idOf(8), durationType: 'ONE_TIME', expiresAt: now + 960, askedScope: 'x' });
  await storeConsent(db, { id: idOf(9), expiresAt: now + 10, lookbackFrom: now - 90 * day });
  await insertAuthorizationCode(db, { ...code, consentId: idOf(8) });
  const token = { id: 'token', expiresAt: now + 900, senderKey: undefined };
  const found = await findAuthorizationCode(db, code.codeHash);
  const consent = found?.consent as ConsentInUse;
  const redemption = { codeHash: code.codeHash, consent, isForOnce: true, token, refreshToken: undefined };
  await recordRedemption(db, redemption, now);
  await withdrawConsent(db, idOf(7), { by: 'recipient', reason: 'token-revoked' }, now - 2 * day);
  await makeAnchor(db, now, 0);
  await deny(db, idOf(20));
  await recordUse(db, (await findConsent(db, idOf(1))) as StoredConsent, 'api', now);
  await withdrawConsent(db, idOf(2), { by: 'customer', reason: 'stopped' }, now);
  await narrowConsent(db, idOf(3), { accountIds: ['acc-1'], clusters: [] }, now + 5);
  await makeAnchor(db, now + 5, 0);
  await removeOldRecords(db, now - day);
  await makeAnchor(db, now + 6, 0);
  await sweepOnce(db, now + 20);
  await recordUse(db, (await findConsent(db, idOf(1))) as StoredConsent, 'api', now + 2 * day);
}

const deny = (db: Database, id: string) =>
  recordOnce(
    db,
    id,
    { type: 'shown', actor: 'accord', happenedAt: now, detail: { clientId: 'ledger' } },
    { type: 'denied', actor: 'customer', happenedAt: now + 1, detail: { withdrawn: [] } },
  );
