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
    language: 'en' | 'fr';
    text_version: string;
    text_hash: string;
    text: string;
    request_hash: string;
    status: 'active' | 'revoked';
    created_at: number;
    expires_at: number;
    ended_at: number | null;
  };
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
  };
  signing_keys: { kid: string; sealed_key: string; public_jwk: string; created_at: number };
  settings: { name: string; value: string };
  sign_in_failures: { id: string; subject_hash: string; failed_at: number };
}
