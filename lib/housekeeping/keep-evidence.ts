import { setTimeout as delay } from 'node:timers/promises';
import { makeAnchors } from '../evidence/make-anchor.ts';
import { sendAnchors } from '../evidence/send-anchors.ts';
import { environment } from '../process/environment.ts';
import type { Database } from '../storage/database.ts';
import { renewMacs } from '../storage/evidence-macs.ts';

const batch = 200;
/** Milliseconds between two batches, in which others come in. */
const breath = 50;

/** Makes codes by the first secret of those by older ones, signs an anchor where one is due, and writes it outside. */
export async function keepEvidence(db: Database, now: number): Promise<void> {
  while ((await renewMacs(db, batch)) >= batch) await delay(breath, undefined, { ref: false });
  await makeAnchors(db, now);
  const target = environment().anchors;
  if (target !== undefined) await sendAnchors(db, target, now);
}
