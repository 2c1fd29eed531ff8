import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type AccountsSection, writeAccounts } from './accounts.ts';
import { type ClusterText, writeClusters } from './clusters.ts';
import type { ConsentFacts } from './facts.ts';

/** What is shared, and from which accounts. */
export interface SharedDataSections {
  data: { title: string; clusters: ClusterText[] };
  accounts: AccountsSection;
}

export const writeSharedData = (facts: ConsentFacts, language: Language): SharedDataSections => ({
  data: { title: translator(language)('Consent.data.title'), clusters: writeClusters(facts, language) },
  accounts: writeAccounts(facts, language),
});
