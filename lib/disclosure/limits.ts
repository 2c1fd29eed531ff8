import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { isShareable } from '../registry/account.ts';
import { namesIn } from '../registry/name.ts';
import { withheldClusters } from './data-cluster.ts';
import type { ConsentFacts } from './facts.ts';
import { listClusters } from './list-clusters.ts';
import type { Section } from './section.ts';

/** What is not shared and cannot be done. */
export function writeLimits({ recipient, scope, accounts }: ConsentFacts, language: Language): Section {
  const t = translator(language);
  const names = namesIn(language, { recipient: recipient.name });
  const withheld = withheldClusters(scope);
  return {
    title: t('Consent.limits.title'),
    lines: [
      t('Consent.limits.credentials'),
      t('Consent.limits.money', names),
      ...(accounts.filter(isShareable).length > 1 ? [t('Consent.limits.accounts')] : []),
      ...(withheld.length > 0
        ? [t('Consent.limits.notAsked', { ...names, clusters: listClusters(withheld, language) })]
        : []),
    ],
  };
}
