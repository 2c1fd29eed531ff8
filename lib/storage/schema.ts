import { z } from 'zod';
import { languages } from '#i18n/locale.ts';
import { account } from '../registry/account.ts';
import type { anchorRow, removedHeadRow } from './anchor-row.ts';
import type { authorizationCodeRow } from './authorization-code-row.ts';
import type { consentEventRow } from './consent-event-row.ts';
import type { consentRow } from './consent-row.ts';
import type { noticeRow } from './notice-row.ts';
import { json } from './row-reader.ts';

export const decisionRow = z.object({
  ticket_hash: z.string(),
  outcome: z.enum(['allowed', 'denied']),
  consent_id: z.string().nullable(),
  decided_at: z.int(),
});

export const failureRow = z.object({ key: z.string(), points: z.int(), expires_at: z.int() });

export const pushedRequestRow = z.object({
  request_uri_hash: z.string(),
  client_id: z.string(),
  /** In their canonical form. */
  parameters: z.string(),
  created_at: z.int(),
  expires_at: z.int(),
  /** The ticket that decided it. */
  answered_by: z.string().nullable(),
});

export const refreshTokenRow = z.object({
  token_hash: z.string(),
  consent_id: z.string(),
  created_at: z.int(),
  rotated_at: z.int().nullable(),
  successor_hash: z.string().nullable(),
  /** The key that came with the code; a public client must show it again (RFC 9449 §5). */
  dpop_jkt: z.string().nullable(),
});

const revokedAccessTokenRow = z.object({ token_id: z.string(), expires_at: z.int() });

export const sessionRow = z.object({
  id_hash: z.string(),
  provider_id: z.string(),
  sub: z.string(),
  name: z.string(),
  accounts: json(z.array(account)),
  authenticated_at: z.int(),
  expires_at: z.int(),
  /** When the customer has signed in here; the bank may have signed them in earlier. */
  begun_at: z.int().nullable(),
  /** The bank's, sealed; a sample bank has none. */
  id_token: z.string().nullable(),
  /** The journey of the request that the customer signed in for. */
  journey_id: z.string().nullable(),
  /** In which the customer signed in. */
  language: z.enum(languages).nullable(),
});

export const settingRow = z.object({ name: z.string(), value: z.string() });

export const signingKeyRow = z.object({
  kid: z.string(),
  sealed_key: z.string(),
  /** JSON (RFC 7517 §4). */
  public_jwk: z.string(),
  created_at: z.int(),
});

/** Assertions and proofs that were used; each is good once. */
const usedTokenRow = z.object({ id: z.string(), expires_at: z.int() });

/** Rows as they are stored: text, integers (epoch seconds) and JSON as text, alike on every database. */
export interface Schema {
  sessions: z.input<typeof sessionRow>;
  decisions: z.input<typeof decisionRow>;
  consents: z.input<typeof consentRow>;
  consent_events: z.input<typeof consentEventRow>;
  anchors: z.input<typeof anchorRow>;
  removed_heads: z.input<typeof removedHeadRow>;
  refresh_tokens: z.input<typeof refreshTokenRow>;
  pushed_requests: z.input<typeof pushedRequestRow>;
  used_tokens: z.input<typeof usedTokenRow>;
  failures: z.input<typeof failureRow>;
  revoked_access_tokens: z.input<typeof revokedAccessTokenRow>;
  authorization_codes: z.input<typeof authorizationCodeRow>;
  signing_keys: z.input<typeof signingKeyRow>;
  notices: z.input<typeof noticeRow>;
  settings: z.input<typeof settingRow>;
}
