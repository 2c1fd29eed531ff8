import { expect } from './fixtures.ts';

/** Prints how many consents were answered through a mishap and how many of them are gone, and expects that none is. */
export function reportLosses(mishap: string, answered: readonly string[], isThere: (correlationId: string) => boolean) {
  const lost = answered.filter((id) => !isThere(id));
  process.stdout.write(`${mishap}: ${answered.length} consents answered, ${lost.length} lost\n`);
  expect(answered.length, 'consents answered').toBeGreaterThan(0);
  expect(lost, 'consents lost').toEqual([]);
}
