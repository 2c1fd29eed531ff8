import { listEvents } from '../storage/consent-events.ts';
import { isActive, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';

const time = (seconds: number | undefined) => seconds && new Date(seconds * 1000).toISOString();

/** A consent as operators and regulators are given it; times are ISO 8601 in UTC, `customer` is the bank's own id. */
export const recordOf = (consent: StoredConsent, now: number) => ({
  id: consent.id,
  reference: consent.correlationId,
  recipient: consent.clientId,
  provider: consent.providerId,
  customer: consent.sub,
  status: isActive(consent, now) ? 'active' : consent.status === 'revoked' ? 'revoked' : 'expired',
  given: time(consent.createdAt),
  until: time(consent.expiresAt),
  ended: time(consent.endedAt),
  ended_by: consent.endedBy,
  end_reason: consent.endReason,
  last_used: time(consent.lastUsedAt),
  clusters: consent.clusters.join(' '),
  accounts: consent.accountIds.join(' '),
  duration_type: consent.durationType,
  lookback_from: time(consent.lookbackFrom),
  replaces: consent.replaces,
  replaced_by: consent.replacedBy,
  language: consent.language,
  text_version: consent.textVersion,
  text_sha256: consent.textHash,
});
type ConsentRecord = ReturnType<typeof recordOf>;

/** The same with the exact words that were shown, and all that happened, as one line of JSON. */
export async function recordLine(db: Database, consent: StoredConsent, now: number): Promise<string> {
  const events = (await listEvents(db, consent.id)).map(({ type, actor, happenedAt, detail }) => ({
    type,
    actor,
    time: time(happenedAt),
    detail,
  }));
  return JSON.stringify({ ...recordOf(consent, now), text: JSON.parse(consent.text), events });
}

const columns = [
  ...['id', 'reference', 'recipient', 'provider', 'customer', 'status', 'given', 'until', 'ended', 'ended_by'],
  ...['end_reason', 'last_used', 'clusters', 'accounts', 'duration_type', 'lookback_from', 'replaces', 'replaced_by'],
  ...['language', 'text_version', 'text_sha256'],
] as (keyof ConsentRecord)[];

/** The first line of the CSV (RFC 4180). */
export const csvHeader = columns.join();

export const csvLine = (record: ConsentRecord): string => columns.map((column) => cell(record[column])).join();

// A spreadsheet takes what begins so for a formula: an apostrophe makes it text.
const cell = (value: string | number | undefined): string =>
  `"${String(value ?? '')
    .replace(/^(?=[=+\-@\t\r])/, "'")
    .replaceAll('"', '""')}"`;
