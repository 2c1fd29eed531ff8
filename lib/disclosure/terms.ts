import type { Language } from '#i18n/locale.ts';
import type { ConsentFacts } from './facts.ts';
import { writeLimits } from './limits.ts';
import { type PeriodSection, writePeriod } from './period.ts';
import { writeRights } from './rights.ts';
import type { Section } from './section.ts';

/** The terms on which data is shared. */
export interface TermSections {
  period: PeriodSection;
  limits: Section;
  rights: Section;
}

export const writeTerms = (facts: ConsentFacts, language: Language): TermSections => ({
  period: writePeriod(facts, language),
  limits: writeLimits(facts, language),
  rights: writeRights(facts, language),
});
