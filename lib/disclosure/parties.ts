import type { Language } from '#i18n/locale.ts';
import type { ConsentFacts } from './facts.ts';
import { type Heading, writeHeading } from './heading.ts';
import { writeRenewal } from './renewal.ts';
import { writeRequester } from './requester.ts';
import type { Section } from './section.ts';

/** Who asks for what of whom, and what the customer has shared with them before. */
export interface PartySections extends Heading {
  requester: Section;
  /** Present when the same recipient asks again. */
  renewal?: Section;
}

export const writeParties = (facts: ConsentFacts, language: Language): PartySections => ({
  ...writeHeading(facts, language),
  requester: writeRequester(facts, language),
  ...(facts.previous && { renewal: writeRenewal(facts, facts.previous, language) }),
});
