import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const directory = new URL('.', import.meta.url);
const sources = readdirSync(directory).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

/** All that a source imports, types and dynamic imports included. */
const importsOf = (source: string) =>
  [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, specifier = '']) => specifier);

it.each(sources)('the protocol stands alone: %s imports zod, jose and node:crypto, or its neighbours', (name) => {
  const allowed = /^(zod|jose|node:crypto|\.\/[a-z-]+\.ts)$/;
  const imported = importsOf(readFileSync(new URL(name, directory), 'utf8'));
  expect(imported.filter((specifier) => !allowed.test(specifier))).toEqual([]);
});

it('finds every way to import', () => {
  const source = `import 'a'; import b from 'b'; import type {\n  c } from 'c'; export * from 'd'; await import('e');`;
  expect(importsOf(source)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
