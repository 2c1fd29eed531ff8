import type { Provider } from '../registry/provider.ts';
import type { SignedInAtBank } from './complete-upstream-sign-in.ts';
import { type AccountList, listFdxAccounts } from './fdx-accounts.ts';

/** The accounts of a customer who has signed in at the bank: from its FDX API, or those of the registry. */
export async function listCustomerAccounts(
  { accounts, customers }: Provider,
  { customer, accessToken }: SignedInAtBank,
  correlationId: string,
): Promise<AccountList> {
  if (accounts.type === 'fdx') return listFdxAccounts(accounts.base_uri, { accessToken, correlationId });
  return { outcome: 'listed', accounts: customers.find(({ sub }) => sub === customer.sub)?.accounts ?? [] };
}
