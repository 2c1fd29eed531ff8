import type { ConsentEvent } from '../evidence/event-chain.ts';
import type { StoredConsent } from '../storage/consents.ts';

const day = 86_400;

type Counted = Pick<StoredConsent, 'refreshCount' | 'refreshedAt'>;

/**
 * The evidence of a refresh. A consent is refreshed every few minutes for a year: the first of a day (UTC) is an event, with
 * how many there have been up to it, and those after it are counted.
 */
export function refreshEvents(
  { refreshCount, refreshedAt = 0 }: Counted,
  token: { id: string; expiresAt: number },
  now: number,
): ConsentEvent[] {
  if (refreshedAt >= now - (now % day)) return [];
  const detail = { accessTokenId: token.id, expiresAt: token.expiresAt, refreshes: refreshCount + 1 };
  return [{ type: 'token-refreshed', actor: 'recipient', happenedAt: now, detail }];
}

/** What the end of a consent says of its refreshes: how many there were, where there were any. */
export const refreshesInAll = ({ refreshCount }: Pick<Counted, 'refreshCount'>): { refreshes?: number } =>
  refreshCount > 0 ? { refreshes: refreshCount } : {};
