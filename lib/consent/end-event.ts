import type { Actor, ConsentEvent } from '../evidence/event-chain.ts';
import type { StoredConsent, StoredEndReason } from '../storage/consents.ts';
import { refreshesInAll } from './refreshes.ts';

/** Why a consent ended before its time. */
export type EndReason = Exclude<StoredEndReason, 'expired'>;

export interface End {
  by: Actor;
  reason: EndReason;
  /** More for the evidence, such as what an operator said. */
  detail?: Record<string, unknown>;
  /** The consent in whose favour this one ends. */
  replacedBy?: string;
}

/** The evidence of an end. */
export function endEvent(consent: Pick<StoredConsent, 'refreshCount'>, end: End, now: number): ConsentEvent {
  const { by, reason, replacedBy } = end;
  return {
    type: reason === 'changed' || reason === 'renewed' ? 'changed' : 'withdrawn',
    actor: by,
    happenedAt: now,
    detail: { reason, ...(replacedBy && { replacedBy }), ...refreshesInAll(consent), ...end.detail },
  };
}
