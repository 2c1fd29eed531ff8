import { z } from 'zod';
import { languages } from '#i18n/locale.ts';
import { actors } from '../evidence/event-chain.ts';
import { durationTypes } from '../oauth/consent-request.ts';
import { dataClusters } from '../oauth/scope.ts';
import { json } from './row-reader.ts';

/** Why a consent ended: `expired` by its time, everything else before it. */
const endReasons = [
  'stopped',
  'denied-afterwards',
  'changed',
  'renewed',
  'revoked-by-recipient',
  'revoked-by-provider',
  'token-revoked',
  'code-replayed',
  'refresh-token-reused',
  'expired',
] as const;

/** What a customer allowed, and how it went on or ended. */
export const consentRow = z.object({
  id: z.string(),
  client_id: z.string(),
  provider_id: z.string(),
  sub: z.string(),
  correlation_id: z.string(),
  clusters: json(z.array(z.enum(dataClusters))),
  account_ids: json(z.array(z.string())),
  duration_type: z.enum(durationTypes),
  lookback_from: z.int().nullable(),
  language: z.enum(languages),
  text_version: z.string(),
  text_hash: z.string(),
  /** The JSON of the exact words shown, as it was hashed. */
  text: z.string(),
  request_hash: z.string(),
  /** `expired` is written by housekeeping; what counts is `expires_at`. */
  status: z.enum(['active', 'revoked', 'expired']),
  created_at: z.int(),
  expires_at: z.int(),
  ended_at: z.int().nullable(),
  ended_by: z.enum(actors).nullable(),
  end_reason: z.enum(endReasons).nullable(),
  replaced_by: z.string().nullable(),
  /** The consent in whose place this one is. */
  replaces: z.string().nullable(),
  /** When a token was last given for it or asked about. */
  last_used_at: z.int().nullable(),
  introspected_at: z.int().nullable(),
  /** When a refresh token was last exchanged, and how often it has been; the evidence names the first of each day. */
  refreshed_at: z.int().nullable(),
  refresh_count: z.int(),
  event_count: z.int(),
  event_head: z.string(),
  /** The scope as it was spelt, where that is another way than ours. */
  asked_scope: z.string().nullable(),
  /** The authorization details that were asked for (RFC 9396), as JSON. */
  authorization_details: z.string().nullable(),
  /** The code over all but the words, by which this server knows what it wrote, and the key of it. */
  mac_key: z.string(),
  mac: z.string(),
});

/** The part of it that tokens are issued by. */
const grantRow = consentRow.pick({
  id: true,
  client_id: true,
  provider_id: true,
  sub: true,
  correlation_id: true,
  clusters: true,
  account_ids: true,
  duration_type: true,
  lookback_from: true,
  created_at: true,
  expires_at: true,
  asked_scope: true,
  authorization_details: true,
});

/** Under the names that the rest of the server uses. */
export const grantOf = (row: z.output<typeof grantRow>) => ({
  id: row.id,
  clientId: row.client_id,
  providerId: row.provider_id,
  sub: row.sub,
  correlationId: row.correlation_id,
  clusters: row.clusters,
  accountIds: row.account_ids,
  durationType: row.duration_type,
  lookbackFrom: row.lookback_from ?? undefined,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  askedScope: row.asked_scope ?? undefined,
  authorizationDetails: row.authorization_details ?? undefined,
});

/** The part that is read whenever a token is given or asked about: all but the words and the end. */
export const consentInUseRow = grantRow.extend(
  consentRow.pick({
    status: true,
    introspected_at: true,
    refreshed_at: true,
    refresh_count: true,
    event_count: true,
    event_head: true,
  }).shape,
);

export const consentInUseOf = (row: z.output<typeof consentInUseRow>) => ({
  ...grantOf(row),
  status: row.status,
  introspectedAt: row.introspected_at ?? undefined,
  refreshedAt: row.refreshed_at ?? undefined,
  refreshCount: row.refresh_count,
  chain: { consentId: row.id, count: row.event_count, hash: row.event_head },
});
