import type { Language } from '#i18n/locale.ts';

/** Rows as they are stored: text, integers (epoch seconds) and JSON as text, alike on every database. */
export interface Schema {
  sessions: {
    id_hash: string;
    provider_id: string;
    sub: string;
    name: string;
    accounts: string;
    authenticated_at: number;
    expires_at: number;
    id_token: string | null;
  };
  decisions: {
    ticket_hash: string;
    outcome: 'allowed' | 'denied';
    consent_id: string | null;
    decided_at: number;
  };
  consents: {
    id: string;
    client_id: string;
    provider_id: string;
    sub: string;
    correlation_id: string;
    clusters: string;
    account_ids: string;
    duration_type: 'ONE_TIME' | 'TIME_BOUND' | 'PERSISTENT';
    lookback_from: number | null;
    language: Language;
    text_version: string;
    text_hash: string;
    text: string;
    request_hash: string;
    /** `expired` is written by housekeeping; what counts is `expires_at`. */
    status: 'active' | 'revoked' | 'expired';
    created_at: number;
    expires_at: number;
    ended_at: number | null;
    ended_by: string | null;
    end_reason: string | null;
    replaced_by: string | null;
    replaces: string | null;
    last_used_at: number | null;
    introspected_at: number | null;
    event_count: number;
    event_head: string;
    asked_scope: string | null;
    authorization_details: string | null;
  };
  consent_events: {
    consent_id: string;
    number: number;
    type: string;
    actor: string;
    detail: string;
    happened_at: number;
    hash: string;
  };
  refresh_tokens: {
    token_hash: string;
    consent_id: string;
    created_at: number;
    rotated_at: number | null;
    successor_hash: string | null;
    dpop_jkt: string | null;
  };
  pushed_requests: {
    request_uri_hash: string;
    client_id: string;
    parameters: string;
    created_at: number;
    expires_at: number;
    /** The ticket that decided it. */
    answered_by: string | null;
  };
  /** Assertions and proofs that were used; each is good once. */
  used_tokens: { id: string; expires_at: number };
  failures: { key: string; points: number; expires_at: number };
  revoked_access_tokens: { token_id: string; expires_at: number };
  authorization_codes: {
    code_hash: string;
    consent_id: string;
    client_id: string;
    redirect_uri: string;
    code_challenge: string | null;
    created_at: number;
    expires_at: number;
    consumed_at: number | null;
    access_token_id: string | null;
    access_token_expires_at: number | null;
    revoked_at: number | null;
    dpop_jkt: string | null;
  };
  signing_keys: { kid: string; sealed_key: string; public_jwk: string; created_at: number };
  settings: { name: string; value: string };
}
