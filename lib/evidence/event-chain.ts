import { createHash } from 'node:crypto';

/** Who did it: the customer, the recipient, an operator of the provider, or this server itself. */
export const actors = ['customer', 'recipient', 'provider', 'accord'] as const;
export type Actor = (typeof actors)[number];

export const consentEventTypes = [
  'shown',
  'allowed',
  'denied',
  'code-redeemed',
  'token-refreshed',
  'token-revoked',
  'used',
  'changed',
  'withdrawn',
  'expired',
  'restored',
] as const;
type ConsentEventType = (typeof consentEventTypes)[number];

/** Something that happened to a consent; time in epoch seconds, `detail` without tokens, codes or names. */
export interface ConsentEvent {
  type: ConsentEventType;
  actor: Actor;
  happenedAt: number;
  detail: Record<string, unknown>;
}

/** An event in the chain of its consent: numbered from 1, and bound to the one before it by its hash. */
export interface LinkedEvent {
  consentId: string;
  number: number;
  type: string;
  actor: string;
  /** JSON, exactly as it was hashed. */
  detail: string;
  happenedAt: number;
  hash: string;
}

/** The end of a chain; a new one has no event and no hash. */
export interface ChainHead {
  consentId: string;
  count: number;
  hash: string;
}

export const newChain = (consentId: string): ChainHead => ({ consentId, count: 0, hash: '' });

/** Links an event to the end of a chain. */
export function linkEvent(
  { consentId, count, hash }: ChainHead,
  event: ConsentEvent,
): LinkedEvent & Pick<ConsentEvent, 'type' | 'actor'> {
  const { type, actor, happenedAt } = event;
  const unhashed = { consentId, number: count + 1, type, actor, detail: JSON.stringify(event.detail), happenedAt };
  return { ...unhashed, hash: hashOf(unhashed, hash) };
}

export const headOf = ({ consentId, number, hash }: LinkedEvent): ChainHead => ({ consentId, count: number, hash });

/** What is wrong with the next event of a chain, as a sentence; undefined when it is the one that was written. */
export function findBreak(head: ChainHead, event: LinkedEvent): string | undefined {
  if (event.number !== head.count + 1) return `event ${head.count + 1} is missing`;
  return event.hash === hashOf(event, head.hash) ? undefined : `event ${event.number} is not the one that was written`;
}

function hashOf({ consentId, number, type, actor, detail, happenedAt }: Omit<LinkedEvent, 'hash'>, before: string) {
  const text = JSON.stringify([before, consentId, number, type, actor, detail, happenedAt]);
  return createHash('sha256').update(text).digest('base64url');
}
