import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type Account, isShareable } from '../registry/account.ts';
import { namesIn } from '../registry/name.ts';
import type { ConsentFacts } from './facts.ts';
import { writeJointHolders } from './joint-holders.ts';

export interface AccountChoice {
  accountId: string;
  label: string;
  detail: string;
  /** That it is shared by the consent there is. */
  shared?: string;
  joint?: string;
}

/**
 * The accounts a customer may tick, and why others cannot be shared. A single choice is stated, not ticked; of many, all
 * can be ticked at once.
 */
export interface AccountsSection {
  title: string;
  intro: string;
  chooseAll?: string;
  choices: AccountChoice[];
  unavailable?: { intro: string; lines: string[] };
}

/** So many are ticked one by one; of more, all can be ticked at once. */
const few = 5;

export function writeAccounts(facts: ConsentFacts, language: Language): AccountsSection {
  const t = translator(language);
  const choices = facts.accounts.filter(isShareable).map((account) => ({
    accountId: account.accountId,
    label: labelOf(account),
    detail: detailOf(account, language),
    ...(facts.previous?.accountIds.includes(account.accountId) && { shared: t('Consent.accounts.shared') }),
    ...jointOf(account, facts, language),
  }));
  const unavailable = listUnavailable(facts, language);
  return {
    title: t('Consent.accounts.title'),
    intro: choices.length === 1 ? t('Consent.accounts.single') : t('Consent.accounts.choose'),
    ...(choices.length > few && { chooseAll: t('Consent.accounts.chooseAll', { count: String(choices.length) }) }),
    choices,
    ...(unavailable.length > 0 && { unavailable: { intro: t('Consent.accounts.unavailable'), lines: unavailable } }),
  };
}

/** The accounts that cannot be shared, each with the reason. */
export function listUnavailable(
  { accounts, provider }: Pick<ConsentFacts, 'accounts' | 'provider'>,
  language: Language,
) {
  const t = translator(language);
  return accounts.flatMap((account) => {
    const reason = reasonOf(account);
    const text = reason && t(`Consent.accounts.reason.${reason}`, namesIn(language, { provider: provider.name }));
    return text ? [`${labelOf(account)} (${text})`] : [];
  });
}

const nameOf = ({ nickname, productName, accountType }: Account): string => nickname ?? productName ?? accountType;

function jointOf(account: Account, { provider }: ConsentFacts, language: Language) {
  const joint = writeJointHolders(account, provider, language);
  return joint === undefined ? {} : { joint };
}

/** An account by its name and its masked number, which is written alike in every language. */
export function labelOf(account: Account): string {
  const digits = lastDigits(account);
  return digits ? `${nameOf(account)}\u00a0…${digits}` : nameOf(account);
}

/** The product, or what kind of account it is where the product is its name; the currency when it is another's. */
function detailOf(account: Account, language: Language): string {
  const { productName, accountCategory, currency } = account;
  const hasProduct = productName !== undefined && productName !== nameOf(account);
  const kind = hasProduct ? productName : translator(language)(`Consent.accounts.category.${accountCategory}`);
  return currency === 'CAD' ? kind : `${kind}\u00a0· ${currency}`;
}

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
