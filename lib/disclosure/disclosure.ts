import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { inWordsOf } from '../registry/voice-of.ts';
import type { ConsentFacts } from './facts.ts';
import { writeRenewal } from './renewal.ts';
import { writeRequester } from './requester.ts';
import { type SharedDataSections, writeSharedData } from './shared-data.ts';
import { type TermSections, writeTerms } from './terms.ts';

/** Changed whenever the meaning of the text changes. */
export const textVersion = '2026-11-24.2';

/** The exact text of a consent page. What is shown is what is recorded. */
export interface Disclosure extends SharedDataSections, TermSections {
  version: string;
  language: Language;
  title: string;
  heading: string;
  purpose: string;
  lead: string;
  requester: ReturnType<typeof writeRequester>;
  /** Present when the same recipient asks again. */
  renewal?: ReturnType<typeof writeRenewal>;
  decision: { title: string; deny: string; allow: string };
}

/** Writes the text of one consent page in one language, in the voice of the bank. The same facts give the same text. */
export const writeDisclosure = (facts: ConsentFacts, language: Language): Disclosure =>
  inWordsOf(facts.provider, () => write(facts, language));

function write(facts: ConsentFacts, language: Language): Disclosure {
  const t = translator(language);
  const recipient = facts.recipient.name[language];
  const provider = facts.provider.name[language];
  return {
    version: textVersion,
    language,
    title: t('Consent.title', { recipient }),
    heading: t('Consent.heading', { recipient, provider }),
    purpose: t('Consent.purpose', { purpose: facts.recipient.description[language] }),
    lead: t('Consent.lead'),
    requester: writeRequester(facts, language),
    ...writeSharedData(facts, language),
    ...(facts.previous && { renewal: writeRenewal(facts, facts.previous, language) }),
    ...writeTerms(facts, language),
    decision: {
      title: t('Consent.decision.title'),
      deny: t('Consent.decision.deny'),
      allow: t('Consent.decision.allow'),
    },
  };
}
