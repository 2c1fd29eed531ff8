import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listUnsentAnchors, markAnchorSent } from '../storage/anchors.ts';
import type { Database } from '../storage/database.ts';
import { writeAnchorDocument } from './anchor-document.ts';

/** The most anchors that one round writes. */
const mostAnchors = 50;

/**
 * Writes anchors outside that were not written yet, the first first: into a directory (`file:PATH`), or by POST to a URL,
 * which answers 2xx when it has stored them. What fails is thrown, and tried again at the next round.
 */
export async function sendAnchors(db: Database, target: string, now: number): Promise<void> {
  for (const { number, jws } of await listUnsentAnchors(db, mostAnchors)) {
    const document = await writeAnchorDocument(db, number, jws);
    await (target.startsWith('file:') ? write(target.slice('file:'.length), number, document) : post(target, document));
    await markAnchorSent(db, number, now);
  }
}

// Under its name it is whole.
async function write(directory: string, number: number, document: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `anchor-${String(number).padStart(9, '0')}.jsonl`);
  await writeFile(`${path}.part`, document);
  await rename(`${path}.part`, path);
}

async function post(url: string, body: string): Promise<void> {
  const headers = { 'Content-Type': 'application/jsonl' };
  const { status } = await fetch(url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  if (status < 200 || status > 299) throw new Error(`the place of anchors answered ${status}`);
}
