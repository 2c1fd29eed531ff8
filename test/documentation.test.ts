import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { provider } from '../lib/registry/provider.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

it('a registration of docs/banks.md is read as it stands, and has every field of a bank of its own', () => {
  const example = JSON.parse(/```json\n(.+?)```/s.exec(read('docs/banks.md'))?.[1] ?? '');
  expect(provider.safeParse(example).error?.issues ?? []).toEqual([]);
  const schema = z.toJSONSchema(provider, { io: 'input', unrepresentable: 'any' });
  // Of a sample bank, and what stands in for each language.
  const others = ['customers', 'name#en'];
  const fields = Object.keys(schema.properties ?? {}).filter((field) => !others.includes(field));
  expect(fields.length).toBeGreaterThan(15);
  expect(Object.keys(example)).toEqual(expect.arrayContaining(fields));
});
