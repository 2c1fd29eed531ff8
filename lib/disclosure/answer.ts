import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentFacts } from './facts.ts';

/** What stands by the two answers. */
export interface AnswerSections {
  /** Never folded away: that refusing changes nothing, and where to stop; the words of the link apart. */
  assurance: { text: string; link: string };
  decision: { deny: string; allow: string };
}

export function writeAnswer({ terms }: ConsentFacts, language: Language): AnswerSections {
  const t = translator(language);
  const isOnce = terms.durationType === 'ONE_TIME';
  return {
    assurance: {
      text: isOnce ? t('Consent.assurance.once') : t('Consent.assurance.text'),
      link: t('Consent.assurance.link'),
    },
    decision: { deny: t('Consent.decision.deny'), allow: t('Consent.decision.allow') },
  };
}
