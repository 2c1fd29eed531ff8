import type { BankData } from './bank-data.ts';
import { type Html, html } from './html.ts';
import { type RecipientLanguage, words } from './words.ts';

/** The accounts that the customer allowed, as their bank gave them, and the one that it refused. */
export function bankDataSection({ accounts, refusal }: BankData, language: RecipientLanguage): Html {
  const t = words[language];
  return html`<section><h2>${t.data}</h2>${accounts.map((account) => accountPart(account, language))}
<p>${t.refusedAccount.replace('{status}', String(refusal.status))}</p></section>`;
}

function accountPart({ account, transactions }: BankData['accounts'][number], language: RecipientLanguage): Html {
  const { nickname, productName, accountNumberDisplay, currentBalance } = account;
  const money = new Intl.NumberFormat(`${language}-CA`, {
    style: 'currency',
    currency: account.currency.currencyCode,
  });
  return html`<h3>${nickname ?? productName} ${accountNumberDisplay}</h3>
${currentBalance !== undefined && html`<p>${words[language].balance} <b>${money.format(currentBalance)}</b></p>`}
${
  transactions &&
  html`<ul>${transactions.map(
    ({ postedTimestamp, description, debitCreditMemo, amount }) =>
      html`<li>${postedTimestamp.slice(0, 10)} · ${description} · ${money.format(debitCreditMemo === 'DEBIT' ? -amount : amount)}</li>`,
  )}</ul>`
}`;
}
