import { describe, expect, it } from 'vitest';
import { registeredRecipient } from '../../test/world/registration.ts';
import { readAskedData } from './asked-data.ts';

const client = registeredRecipient({ scope: 'ACCOUNT_BASIC TRANSACTIONS' });
const faultOf = (scope?: string) => {
  const read = readAskedData(new URLSearchParams(scope === undefined ? {} : { scope }), client);
  return 'error' in read ? `${read.error}: ${read.description}` : 'read';
};

describe('what is said of a scope that is refused', () => {
  it.each([
    [
      'unknown',
      'ACCOUNT_BASIC openid profile',
      'scope holds openid, which is not known here; this client may ask for ACCOUNT_BASIC TRANSACTIONS',
    ],
    [
      'not registered',
      'fdx:customerpersonal:read ACCOUNT_BASIC',
      'scope holds fdx:customerpersonal:read, which this client is not registered for; it may ask for ACCOUNT_BASIC TRANSACTIONS',
    ],
    ['missing', undefined, 'scope is missing; this client may ask for ACCOUNT_BASIC TRANSACTIONS'],
    ['without the least', 'TRANSACTIONS', 'scope must hold ACCOUNT_BASIC'],
  ])('A9 names the value that is %s, and what may be asked for', (_, scope, said) =>
    expect(faultOf(scope)).toBe(`invalid_scope: ${said}`),
  );

  it('A9 shows nothing of a value but letters, digits and _ : . / -, and no more than 64 of them', () => {
    expect(faultOf('<b>"é\\\n😀;')).toContain('scope holds ?b???????, which');
    expect(faultOf('x'.repeat(65))).toContain(`holds ${'x'.repeat(64)}..., which`);
    expect(faultOf('x'.repeat(64))).toContain(`holds ${'x'.repeat(64)}, which`);
  });
});
