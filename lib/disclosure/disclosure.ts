import type { Language } from '#i18n/locale.ts';
import { inWordsOf } from '../registry/voice-of.ts';
import { type AnswerSections, writeAnswer } from './answer.ts';
import type { ConsentFacts } from './facts.ts';
import { type PartySections, writeParties } from './parties.ts';
import { type SharedDataSections, writeSharedData } from './shared-data.ts';
import { type SummarySections, writeSummary } from './summary.ts';
import { type TermSections, writeTerms } from './terms.ts';

/** Changed whenever the meaning of the text changes. */
export const textVersion = '2026-11-24.3';

/** The exact text of a consent page. What is shown is what is recorded. */
export interface Disclosure extends PartySections, SummarySections, SharedDataSections, TermSections, AnswerSections {
  version: string;
  language: Language;
}

/** Writes the text of one consent page in one language, in the voice of the bank. The same facts give the same text. */
export const writeDisclosure = (facts: ConsentFacts, language: Language): Disclosure =>
  inWordsOf(facts.provider, () => write(facts, language));

function write(facts: ConsentFacts, language: Language): Disclosure {
  const shared = writeSharedData(facts, language);
  return {
    version: textVersion,
    language,
    ...writeParties(facts, language),
    ...writeSummary(facts, shared.accounts, language),
    ...shared,
    ...writeTerms(facts, language),
    ...writeAnswer(facts, language),
  };
}
