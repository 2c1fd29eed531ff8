import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { json, rowReader } from './row-reader.ts';

const read = rowReader(
  'things',
  z.object({ kind: z.enum(['large', 'small']), parts: json(z.array(z.string())), made_at: z.int() }),
);
const row = { kind: 'large', parts: '["one","two"]', made_at: 5 } as const;
const reading = (change: object) => () => read({ ...row, ...change });

describe('a row', () => {
  it('is read with its JSON, and without a column that is not known', () => {
    expect(reading({ new_column: 'x' })()).toEqual({ kind: 'large', parts: ['one', 'two'], made_at: 5 });
  });

  for (const [field, change] of [
    ['kind', { kind: 'a secret' }],
    ['kind', { kind: undefined }],
    ['parts', { parts: '["a secret' }],
    ['parts', { parts: null }],
    ['parts.1', { parts: '["one",{"a":"secret"}]' }],
    ['made_at', { made_at: '5' }],
    ['made_at', { made_at: 5.5 }],
  ] as const)
    it(`with ${JSON.stringify(change)} is a fault that names table and field, and no value`, () => {
      expect(reading(change)).toThrow(`A row of things cannot be read: ${field}: `);
      expect(reading(change)).not.toThrow('secret');
    });
});
