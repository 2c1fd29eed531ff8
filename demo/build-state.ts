import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  '{app,components,lib,i18n,messages}/**/*.{ts,tsx,css,json}',
  '{instrumentation,proxy}.ts',
  'next.config.js',
  'postcss.config.*',
  'package-lock.json',
];

/** True when there is no build, or a source is newer than it. */
export function isBuildNeeded(root: string): boolean {
  const mark = join(root, '.next/BUILD_ID');
  if (!existsSync(mark)) return true;
  const builtAt = statSync(mark).mtimeMs;
  return globSync(sources, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > builtAt);
}
