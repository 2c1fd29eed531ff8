import { z } from 'zod';
import { registryFile } from './registry.ts';

/** The JSON Schema of a registry file as it is written, for editors and pipelines. `check` knows more than it can say. */
export const registrySchema = (): object => ({
  title: 'The registry of Accord',
  ...z.toJSONSchema(registryFile, { io: 'input', unrepresentable: 'any' }),
});

/** As it is kept in docs/registry.schema.json. */
export const registrySchemaText = (): string => `${JSON.stringify(registrySchema(), null, 2)}\n`;
