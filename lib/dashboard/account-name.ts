import type { Language } from '#i18n/locale.ts';
import { labelOf } from '../disclosure/accounts.ts';
import type { Account } from '../registry/account.ts';

/** An account by its name and last digits; `lang` where the words are not those of the page. */
export interface AccountName {
  accountId: string;
  label: string;
  lang: Language | undefined;
}

/** An account of a consent. One that the provider no longer names is called what it was called when it was shared. */
export function nameAccount(
  { accountId, label }: { accountId: string; label: string },
  accounts: readonly Account[],
  language: Language,
  toldIn: Language,
): AccountName {
  const known = accounts.find((account) => account.accountId === accountId);
  if (known) return { accountId, label: labelOf(known), lang: undefined };
  return { accountId, label, lang: toldIn === language ? undefined : toldIn };
}
