import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type Account, isShareable } from '../registry/account.ts';
import type { ConsentFacts } from './facts.ts';
import { writeJointHolders } from './joint-holders.ts';

export interface AccountChoice {
  accountId: string;
  label: string;
  detail: string;
  joint?: string;
}

/** The accounts a customer may tick, and why others cannot be shared. A single choice is stated, not ticked. */
export interface AccountsSection {
  title: string;
  intro: string;
  choices: AccountChoice[];
  unavailable?: { intro: string; lines: string[] };
}

export function writeAccounts({ accounts, recipient, provider }: ConsentFacts, language: Language): AccountsSection {
  const t = translator(language);
  const choices = accounts.filter(isShareable).map((account) => ({
    accountId: account.accountId,
    label: writeAccountLabel(account, language),
    detail: [t(`Consent.accounts.category.${account.accountCategory}`), account.productName, account.currency]
      .filter((part) => part !== undefined && part !== nameOf(account))
      .join(' · '),
    ...jointOf(account),
  }));
  const unavailable = accounts.flatMap((account) => {
    const reason = reasonOf(account);
    const text = reason && t(`Consent.accounts.reason.${reason}`, { provider: provider.name[language] });
    return text ? [`${writeAccountLabel(account, language)} (${text})`] : [];
  });
  return {
    title: t('Consent.accounts.title'),
    intro: introOf(choices.length),
    choices,
    ...(unavailable.length > 0 && { unavailable: { intro: t('Consent.accounts.unavailable'), lines: unavailable } }),
  };

  function jointOf(account: Account) {
    const joint = writeJointHolders(account, provider, language);
    return joint === undefined ? {} : { joint };
  }

  function introOf(count: number): string {
    if (count === 0) return t('Consent.accounts.none', { recipient: recipient.name[language] });
    return count === 1 ? t('Consent.accounts.single') : t('Consent.accounts.choose');
  }
}

/** An account by its name and last digits. */
export function writeAccountLabel(account: Account, language: Language): string {
  const digits = lastDigits(account);
  if (!digits) return nameOf(account);
  return translator(language)('Consent.accounts.label', { name: nameOf(account), digits });
}

const nameOf = ({ nickname, productName, accountType }: Account): string => nickname ?? productName ?? accountType;

// However a bank masks its numbers, no more than the last four characters are shown.
const lastDigits = ({ accountNumberDisplay }: Account): string =>
  accountNumberDisplay.replaceAll(/[^A-Za-z0-9]/g, '').slice(-4);

function reasonOf({ status }: Account) {
  switch (status) {
    case 'OPEN':
    case 'NEGATIVE_CURRENT_BALANCE':
    case 'PENDINGCLOSE':
      return undefined;
    default:
      return status;
  }
}
