import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of a file of ours, which changes with its content, so that browsers may keep it for ever. */
export function assetAddress(name: 'accord.css' | 'submit-once.js'): string {
  const content = readFileSync(join(process.cwd(), 'public', name));
  return `/${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
}
