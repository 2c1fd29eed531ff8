import { type Account, isShareable } from '../registry/account.ts';

/**
 * The ids of the accounts a customer chose: of one that can be shared, that one; of more, those ticked.
 * Undefined when something was ticked that was not offered.
 */
export function chooseAccounts(accounts: readonly Account[], ticked: readonly string[]): string[] | undefined {
  const offered = accounts.filter(isShareable).map(({ accountId }) => accountId);
  if (!ticked.every((id) => offered.includes(id))) return undefined;
  return offered.length === 1 ? offered : offered.filter((id) => ticked.includes(id));
}
