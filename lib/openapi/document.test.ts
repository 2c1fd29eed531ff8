import { expect, it } from 'vitest';
import { openApiDocument } from './document.ts';

const operations = Object.entries(openApiDocument('https://consent.maple.example', 'accord').paths).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

it.each(operations)('%s says what it is for, and what each answer means', (_, { summary, responses }) => {
  expect(summary).not.toBe('');
  for (const [status, { description }] of Object.entries(responses)) expect(description, status).not.toBe('');
});
