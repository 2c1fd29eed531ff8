import { Fragment } from 'react';
import type { AccountName } from '#lib/dashboard/account-name.ts';

/** Accounts in one line, each in the language that its words are in. */
export function AccountNames({ accounts }: { accounts: AccountName[] }) {
  return accounts.map(({ accountId, label, lang }, index) => (
    <Fragment key={accountId}>
      {index > 0 && '; '}
      <span lang={lang}>{label}</span>
    </Fragment>
  ));
}
