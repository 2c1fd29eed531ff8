import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processWide } from '../process/process-wide.ts';

/** The address of a file in `public/`, which changes with its content, so that browsers may keep it for ever. */
export const assetAddress = (name: string): string =>
  processWide(`asset.${name}`, () => {
    const content = readFileSync(join(process.cwd(), 'public', name));
    return `/${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
  });
