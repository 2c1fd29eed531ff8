import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentFacts } from './facts.ts';
import type { Section } from './section.ts';

/** That sharing is free, what refusing and stopping mean, where to complain, and the number to quote. */
export function writeRights(facts: ConsentFacts, language: Language): Section {
  const t = translator(language);
  const names = { recipient: facts.recipient.name[language], provider: facts.provider.name[language] };
  const { recipient } = names;
  return {
    title: t('Consent.rights.title'),
    lines: [
      t('Consent.rights.free'),
      t('Consent.rights.refuse', names),
      facts.terms.durationType === 'ONE_TIME'
        ? t('Consent.rights.stopOnce', { recipient })
        : t('Consent.rights.stop', names),
      t('Consent.rights.complain', names),
      t('Consent.rights.reference', { id: facts.correlationId }),
    ],
  };
}
