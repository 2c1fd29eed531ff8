import { CompactSign } from 'jose';
import type { ConsentView } from '../dashboard/consent-view.ts';
import { currentSigningKey } from '../keys/current-signing-key.ts';
import { issuer } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';

/** What a receipt says: the exact text seen and what was allowed of it; account numbers stay masked. Times are ISO 8601. */
export function receiptOf({ consent, isActive, words, recipient }: ConsentView, subject: string) {
  const time = (seconds: number) => new Date(seconds * 1000).toISOString();
  return {
    iss: issuer(),
    sub: subject,
    consent_id: consent.id,
    client_id: consent.clientId,
    client_name: recipient,
    provider_id: consent.providerId,
    correlation_id: consent.correlationId,
    status: isActive ? 'ACTIVE' : consent.status === 'revoked' ? 'REVOKED' : 'EXPIRED',
    created_time: time(consent.createdAt),
    expiration_time: time(consent.expiresAt),
    ...(consent.endedAt !== undefined && { ended_time: time(consent.endedAt) }),
    duration_type: consent.durationType,
    data_clusters: consent.clusters,
    accounts: words.accounts.choices.map(({ label }) => label),
    language: consent.language,
    text_version: consent.textVersion,
    text_sha256: consent.textHash,
    text: JSON.parse(consent.text),
  };
}

/** The receipt as a JWS that anyone can check with the keys at `/jwks` (RFC 7515 §7.1). */
export async function signReceipt(db: Database, receipt: object, now: number): Promise<string> {
  const { kid, key } = await currentSigningKey(db, now);
  const payload = new TextEncoder().encode(JSON.stringify({ ...receipt, iat: now }));
  return new CompactSign(payload).setProtectedHeader({ alg: 'ES256', typ: 'consent-receipt+jws', kid }).sign(key);
}
