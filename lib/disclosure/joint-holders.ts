import { formatList } from '#i18n/format-list.ts';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type Account, isJoint, nameCoHolders } from '../registry/account.ts';
import { namesIn } from '../registry/name.ts';
import type { Provider } from '../registry/provider.ts';

/** Whose data is shared along with the customer's, and whether the bank tells them; undefined where there is nobody else. */
export function writeJointHolders(account: Account, provider: Provider, language: Language): string | undefined {
  if (!isJoint(account)) return undefined;
  const t = translator(language);
  const holders = nameCoHolders(account);
  const whose =
    holders.length > 0
      ? t('Consent.accounts.jointWith', { holders: formatList(language, holders) })
      : t('Consent.accounts.joint');
  return provider.informsCoHolders
    ? `${whose} ${t('Consent.accounts.coHoldersTold', namesIn(language, { provider: provider.name }))}`
    : whose;
}
