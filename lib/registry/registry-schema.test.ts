import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { registrySchema, registrySchemaText } from './registry-schema.ts';

it('the schema of the documents is the one that files are read by: npm run registry -- schema writes it', () => {
  const kept = readFileSync(new URL('../../docs/registry.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(kept)).toEqual(JSON.parse(registrySchemaText()));
});

it('the schema knows every field that may be written and allows no other', () => {
  const { additionalProperties, properties } = registrySchema() as {
    additionalProperties: boolean;
    properties: Record<'providers' | 'recipients', { items: { additionalProperties: boolean; properties: object } }>;
  };
  expect(additionalProperties).toBe(false);
  for (const { items } of [properties.providers, properties.recipients]) expect(items.additionalProperties).toBe(false);
  expect(Object.keys(properties.recipients.items.properties)).toEqual(
    expect.arrayContaining(['client_name#fr', 'status', 'require_pkce', 'client_secret_sha256']),
  );
});
