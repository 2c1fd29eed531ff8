import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { namesIn } from '../registry/name.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** That sharing is free, what refusing and stopping mean, where to complain, and the number to quote. */
export function writeRights({ recipient, provider, terms, correlationId }: ConsentFacts, language: Language): Section {
  const t = translator(language);
  const names = namesIn(language, { recipient: recipient.name, provider: provider.name });
  const isOnce = terms.durationType === 'ONE_TIME';
  return {
    title: isOnce ? t('Consent.rights.titleOnce') : t('Consent.rights.title'),
    lines: [
      t('Consent.rights.free'),
      t('Consent.rights.refuse', names),
      isOnce ? t('Consent.rights.stopOnce', names) : t('Consent.rights.stop', names),
      t('Consent.rights.complain', names),
      t('Consent.rights.reference', { id: correlationId }),
    ],
  };
}
