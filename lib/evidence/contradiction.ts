import { hashDisclosure } from '../disclosure/hash-disclosure.ts';
import { isAsWritten } from '../storage/evidence-macs.ts';
import type { EvidenceConsent, EvidenceEvent } from '../storage/evidence-pages.ts';
import type { ChainHead } from './event-chain.ts';

/** What the events of a chain say of its consent. */
export interface Told {
  terms?: Record<string, unknown>;
  allowedAt?: number;
  redeemedUntil?: unknown;
  end?: { type: string; at: number; by: string; detail: Record<string, unknown> } | undefined;
}

/** Adds what the next event says. */
export function tell(told: Told, { type, detail: text, actor, happened_at }: EvidenceEvent): void {
  switch (type) {
    case 'shown':
      told.terms = parse(text);
      break;
    case 'allowed':
      told.terms = { ...told.terms, ...parse(text) };
      told.allowedAt = happened_at;
      break;
    case 'code-redeemed':
      told.redeemedUntil = parse(text).expiresAt;
      break;
    case 'withdrawn':
    case 'changed':
    case 'expired':
      told.end = { type, at: happened_at, by: actor, detail: parse(text) };
      break;
    case 'restored':
      told.end = undefined;
      break;
  }
}

/** Why a consent is not the one that its chain tells of, or not as this server wrote it; undefined when it is. */
export function findContradiction(row: EvidenceConsent, told: Told, head: ChainHead): string | undefined {
  if (head.count === 0) return 'all its events are missing';
  if (row.event_count !== head.count || row.event_head !== head.hash)
    return `the chain ends with event ${head.count}, and its consent remembers ${row.event_count}`;
  if (told.allowedAt === undefined) return 'no event says that it was allowed';
  const differs = findDifference(row, told);
  if (differs) return `its ${differs} is not what its events say`;
  if (hashDisclosure(row.text) !== row.text_hash) return 'its words are not those that were hashed';
  return isAsWritten(row) ? undefined : 'it is not as this server wrote it last, or ACCORD_SECRET lacks its secret';
}

const terms = {
  clientId: 'client_id',
  providerId: 'provider_id',
  sub: 'sub',
  correlationId: 'correlation_id',
  clusters: 'clusters',
  accountIds: 'account_ids',
  durationType: 'duration_type',
  lookbackFrom: 'lookback_from',
  language: 'language',
  textVersion: 'text_version',
  textHash: 'text_hash',
  requestHash: 'request_hash',
  askedScope: 'asked_scope',
  authorizationDetails: 'authorization_details',
  replaces: 'replaces',
} as const;

function findDifference(row: EvidenceConsent, { terms: allowed = {}, allowedAt, redeemedUntil, end }: Told) {
  // Until the allowing itself named every term, a term that no event names was not a part of the evidence.
  const isWhole = 'durationType' in allowed;
  for (const [name, column] of Object.entries(terms)) {
    const term = allowed[name];
    if (term === undefined && !isWhole) continue;
    if (row[column] !== (Array.isArray(term) ? JSON.stringify(term) : (term ?? null))) return column;
  }
  if (row.created_at !== allowedAt) return 'created_at';
  const until = row.duration_type === 'ONE_TIME' ? (redeemedUntil ?? allowed.expiresAt) : allowed.expiresAt;
  if (until !== undefined && row.expires_at !== until) return 'expires_at';
  const isOver = end?.type === 'expired';
  const expected = {
    status: end ? (isOver ? 'expired' : 'revoked') : 'active',
    ended_at: end?.at ?? null,
    ended_by: end?.by ?? null,
    end_reason: end ? (isOver ? 'expired' : end.detail.reason) : null,
    replaced_by: end?.detail.replacedBy ?? null,
  };
  return (Object.keys(expected) as (keyof typeof expected)[]).find((column) => row[column] !== expected[column]);
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
