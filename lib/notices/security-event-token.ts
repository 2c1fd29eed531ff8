import { SignJWT } from 'jose';
import { currentSigningKey } from '../keys/current-signing-key.ts';
import { issuer } from '../process/environment.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import type { Notice } from '../storage/notices.ts';
import { fdxNotificationOf } from './fdx-notification.ts';

/** The URI that names the event of a notice (RFC 8417 §1.2). */
const eventUri = (type: Notice['type']): string => `${issuer()}/events/${type.toLowerCase().replace('_', '-')}`;

/** A notice as a signed Security Event Token (RFC 8417 §2.2); an attempt later gives one with the same `jti`. */
export async function signNotice(db: Database, notice: Notice, consent: StoredConsent, now: number): Promise<string> {
  const { kid, key } = await currentSigningKey(db, now);
  return new SignJWT({
    sub_id: { format: 'opaque', id: consent.id },
    txn: consent.correlationId,
    toe: notice.createdAt,
    events: { [eventUri(notice.type)]: fdxNotificationOf(notice, consent) },
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'secevent+jwt', kid })
    .setIssuer(issuer())
    .setAudience(notice.subscriber.id)
    .setJti(notice.id)
    .setIssuedAt(now)
    .sign(key);
}
