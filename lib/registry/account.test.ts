import { describe, expect, it } from 'vitest';
import { accountRegistration, registeredAccount } from '../../test/world/registration.ts';
import { account, accountStatuses, isJoint, isShareable } from './account.ts';

describe('an account', () => {
  it('can be shared while it is open, overdrawn or about to close, and in no other state', () => {
    const shareable = accountStatuses.filter((status) => isShareable(registeredAccount({ status })));
    expect(shareable).toEqual(['OPEN', 'NEGATIVE_CURRENT_BALANCE', 'PENDINGCLOSE']);
  });

  it('is joint when its FDX relationship says so', () => {
    expect(isJoint(registeredAccount({ relationship: 'PRIMARY_JOINT' }))).toBe(true);
    expect(isJoint(registeredAccount({ relationship: 'SECONDARY_JOINT_TENANTS' }))).toBe(true);
    expect(isJoint(registeredAccount({ relationship: 'PRIMARY' }))).toBe(false);
    expect(isJoint(registeredAccount())).toBe(false);
  });

  it.each([
    ['accountId', ''],
    ['accountId', 'with space'],
    ['accountId', 'x'.repeat(257)],
    ['accountCategory', 'SAVINGS'],
    ['accountNumberDisplay', ''],
    ['status', 'open'],
    ['currency', 'cad'],
    ['currency', 'CA$'],
  ])('is refused with %s "%s"', (field, value) => {
    expect(account.safeParse({ ...accountRegistration, [field]: value }).success).toBe(false);
  });

  it('needs neither nickname nor product name', () => {
    const bare = { ...accountRegistration, nickname: undefined, productName: undefined };
    expect(account.safeParse(bare).success).toBe(true);
  });
});
