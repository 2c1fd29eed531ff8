import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The scripts of a built Next app that hold the framework: what every page loads, and what its own client modules need. */
export function readFrameworkScripts(folder: string, page: string): Set<string> {
  const built = join(folder, '.next');
  const { rootMainFiles } = JSON.parse(readFileSync(join(built, 'build-manifest.json'), 'utf8'));
  const manifest = readFileSync(join(built, 'server/app', `${page}_client-reference-manifest.js`), 'utf8');
  const json = manifest.slice(manifest.lastIndexOf('"] = {') + '"] = '.length).replace(/;\s*$/, '');
  const clientModules: Record<string, { chunks: string[] }> = JSON.parse(json).clientModules;
  const ofNext = Object.entries(clientModules).filter(([module]) => module.includes('/node_modules/next/'));
  return new Set([
    ...rootMainFiles.map((file: string) => `/_next/${file}`),
    ...ofNext.flatMap(([, { chunks }]) => chunks),
  ]);
}
