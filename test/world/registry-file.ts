import { expect } from 'vitest';
import { type Registry, readRegistry } from '../../lib/registry/registry.ts';

type Fields = Record<string, unknown>;

export const provider = {
  provider_id: '1000',
  name: 'Maple Bank',
  sign_in: { type: 'sample' },
  accounts: { type: 'sample' },
};
const account = {
  accountId: 'a-1',
  accountCategory: 'DEPOSIT_ACCOUNT',
  accountType: 'CHECKING',
  accountNumberDisplay: '1234',
  status: 'OPEN',
  currency: 'CAD',
};
export const customer = {
  sub: 'noah',
  username: 'noah',
  password: 'maple-leaf',
  name: 'Noah Singh',
  accounts: [account],
};
export const recipient = {
  client_id: 'budget',
  client_name: 'Budget Buddy',
  description: 'Helps you plan.',
  registered_entity_name: 'Budget Buddy Inc.',
  redirect_uris: ['https://budget.example/callback'],
  scope: 'ACCOUNT_BASIC TRANSACTIONS',
  token_endpoint_auth_method: 'client_secret_basic',
  client_secret_sha256: 'ab'.repeat(32),
  duration_type: ['TIME_BOUND'],
  duration_period: 365,
};

export const read = (providers: unknown, recipients: unknown) =>
  readRegistry(JSON.stringify({ providers, recipients }));
export const readProvider = (changes: Fields) => read([{ ...provider, ...changes }], [recipient]);
export const readRecipient = (changes: Fields) => read([provider], [{ ...recipient, ...changes }]);
export const readCustomer = (changes: Fields) => readProvider({ customers: [{ ...customer, ...changes }] });
export const readAccount = (changes: Fields) => readCustomer({ accounts: [{ ...account, ...changes }] });

export function registryOf(reading: ReturnType<typeof readRegistry>): Registry {
  if (reading.outcome === 'refused') throw new Error(reading.faults.join('; '));
  return reading.registry;
}
export function faultsOf(reading: ReturnType<typeof readRegistry>): string[] {
  if (reading.outcome === 'read') throw new Error('was read');
  return reading.faults;
}

/** One fault: the path of the field and, with that as its subject, a plain sentence. */
export function expectOneFault(reading: ReturnType<typeof readRegistry>, path: string) {
  const [fault = '', ...others] = faultsOf(reading);
  expect(others).toEqual([]);
  expect(fault.slice(0, path.length + 1)).toBe(`${path} `);
  expect(fault.slice(path.length + 1)).toMatch(/^[a-z]+ .*[^:]$/);
}
