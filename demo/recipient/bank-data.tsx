import type { Language } from '#i18n/locale.ts';
import type { BankData } from './data.ts';
import { messages } from './messages.ts';

/** The accounts that the customer allowed, as their bank gave them, and the one that it refused. */
export function BankDataSection({ data, language }: { data: BankData; language: Language }) {
  const t = messages[language];
  return (
    <section className="card">
      <h2>{t.data}</h2>
      {data.accounts.map(({ account, transactions }) => (
        <div key={account.accountId} className="grid gap-2">
          <h3>
            {account.nickname ?? account.productName} {account.accountNumberDisplay}
          </h3>
          {account.currentBalance !== undefined && (
            <p>
              {t.balance} <b>{money(account.currentBalance, account.currency.currencyCode, language)}</b>
            </p>
          )}
          {transactions && (
            <ul className="list">
              {transactions.map(({ postedTimestamp, description, debitCreditMemo, amount }) => (
                <li key={`${postedTimestamp} ${description}`}>
                  {`${postedTimestamp.slice(0, 10)} · ${description} · `}
                  {money(debitCreditMemo === 'DEBIT' ? -amount : amount, account.currency.currencyCode, language)}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p>{t.refusedAccount.replace('{status}', String(data.refusal.status))}</p>
    </section>
  );
}

const money = (amount: number, currency: string, language: Language) =>
  new Intl.NumberFormat(`${language}-CA`, { style: 'currency', currency }).format(amount);
