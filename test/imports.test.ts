import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sourcesOf = (room: string) =>
  readdirSync(new URL(`../${room}`, import.meta.url), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [name, readFileSync(new URL(`../${room}/${name}`, import.meta.url), 'utf8')] as const);

/** All that a source imports, types and dynamic imports included. */
const importsOf = (source: string) =>
  [...source.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)'([^']+)'/g)].map(([, specifier = '']) => specifier);

// Next asks it about the request at hand.
const exceptions: Record<string, string[]> = {
  'request.ts': ['next/headers', '#lib/http/page-answer.ts', '#lib/registry/current.ts', '#lib/registry/voice-of.ts'],
};

describe.each([
  ['lib/oauth', 'zod, jose, node:crypto and its own files', /^(zod|jose|node:crypto|\.\/[a-z-]+\.ts)$/],
  [
    'i18n',
    'next-intl, the messages and its own files',
    /^(next-intl(\/server)?|#messages\/[a-z]+\.json|\.\/[a-z-]+\.ts)$/,
  ],
])('%s imports only %s', (room, _, allowed) => {
  it.each(sourcesOf(room))('%s', (name, source) => {
    const imported = importsOf(source).filter((specifier) => !allowed.test(specifier));
    expect(imported).toEqual(exceptions[name] ?? []);
  });
});

it('every way to import is found', () => {
  const source = `import 'a'; import b from 'b'; import type {\n  c } from 'c'; export * from 'd'; await import('e');`;
  expect(importsOf(source)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
