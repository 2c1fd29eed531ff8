import { z } from 'zod';

/** A signed statement of the heads that moved since the one before it. */
export const anchorRow = z.object({
  number: z.int(),
  made_at: z.int(),
  /** Compact (RFC 7515 §7.1); empty while it is made. */
  jws: z.string(),
  /** When it was written outside. */
  sent_at: z.int().nullable(),
});

/** A head that an anchor names, of a chain that was removed when its time was over. */
export const removedHeadRow = z.object({
  consent_id: z.string(),
  number: z.int(),
  hash: z.string(),
  anchor: z.int(),
  mac_key: z.string(),
  mac: z.string(),
});
