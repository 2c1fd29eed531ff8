import { z } from 'zod';
import { json } from './row-reader.ts';

const noticeTypes = ['CONSENT_REVOKED', 'CONSENT_UPDATED', 'CONSENT_EXPIRING'] as const;

export const noticeRow = z.object({
  id: z.string(),
  subscriber_kind: z.enum(['recipient', 'provider']),
  subscriber_id: z.string(),
  consent_id: z.string(),
  /** Of the consent's event that it tells; a subscriber hears of one consent in this order. */
  number: z.int(),
  type: z.enum(noticeTypes),
  detail: json(z.record(z.string(), z.unknown())),
  created_at: z.int(),
  attempts: z.int(),
  /** Null once it is settled. While an attempt is under way, the time at which another may be made. */
  next_attempt_at: z.int().nullable(),
  settled_at: z.int().nullable(),
  outcome: z.enum(['delivered', 'given-up']).nullable(),
  /** Why the last attempt failed. */
  fault: z.string().nullable(),
});
