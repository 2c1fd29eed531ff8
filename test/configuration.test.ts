import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { provider } from '../lib/registry/provider.ts';
import { recipient } from '../lib/registry/recipient.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const [variables = '', registry = ''] = read('docs/configuration.md').split('\n## The registry\n');
const schema = read('lib/process/environment.ts');

/** The names in the first column of the tables of a text. */
const listedIn = (text: string) =>
  [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

describe('an environment variable', () => {
  const checked = [...schema.matchAll(/^ {4}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name);
  const others = ['server.js', 'server/metrics.js', 'next.config.js'].flatMap((path) =>
    [...read(path).matchAll(/process\.env\.([A-Z][A-Z_]+)/g)].map(([, name = '']) => name),
  );

  it('is documented once, and none is made up', () => {
    expect(checked.length).toBeGreaterThan(10);
    expect(listedIn(variables).sort()).toEqual([...new Set([...checked, ...others])].sort());
  });

  const numbers = [...schema.matchAll(/(\w+): wholeNumber\(([\d_]+), ([\d_]+), ([\d_]+)\)/g)].map(
    ([, name = '', ...limits]) => [name, ...limits.map((limit) => limit.replace('_', '').replace('_', ''))],
  );

  it.each(numbers)('%s is documented with its limits %s to %s and its default %s', (name, least, most, otherwise) => {
    const row = variables.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row).toContain(`| \`${otherwise}\` |`);
    expect(row).toContain(`${least} to ${most}`);
  });
});

describe('a field of the registry', () => {
  interface JsonSchema {
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    [union: string]: unknown;
  }

  /** Every name that a schema knows, at any depth; a localized text counts by its name without a tag. */
  function namesIn(schema: JsonSchema): string[] {
    const unions = ['oneOf', 'anyOf', 'allOf'].flatMap((kind) => (schema[kind] ?? []) as JsonSchema[]);
    const inside = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : []), ...unions];
    const own = Object.keys(schema.properties ?? {}).map((name) => name.split('#')[0] ?? '');
    return [...own, ...inside.flatMap(namesIn)];
  }
  const known = new Set(
    [provider, recipient].flatMap((schema) =>
      namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema),
    ),
  );

  it('is documented, wherever it stands', () => {
    expect(known.size).toBeGreaterThan(40);
    expect([...known].filter((name) => !registry.includes(`\`${name}\``))).toEqual([]);
  });

  it('is never made up', () => {
    expect(listedIn(registry.split('\n## ')[0] ?? '').filter((name) => !known.has(name))).toEqual([]);
  });
});
