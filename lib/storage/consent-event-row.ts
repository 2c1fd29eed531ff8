import { z } from 'zod';
import { actors, consentEventTypes } from '../evidence/event-chain.ts';
import { json, rowReader } from './row-reader.ts';

export const consentEventRow = z.object({
  consent_id: z.string(),
  number: z.int(),
  type: z.enum(consentEventTypes),
  actor: z.enum(actors),
  detail: json(z.record(z.string(), z.unknown())),
  happened_at: z.int(),
  hash: z.string(),
  /** The anchor that took it in; none yet. */
  anchor: z.int().nullable(),
  /** Of the end of a chain that no consent remembers. */
  mac_key: z.string().nullable(),
  mac: z.string().nullable(),
});

/** An event as it is told. */
export const readEvent = rowReader(
  'consent_events',
  consentEventRow.transform(({ consent_id, happened_at, ...event }) => ({
    ...event,
    consentId: consent_id,
    happenedAt: happened_at,
  })),
);
export type StoredEvent = ReturnType<typeof readEvent>;
