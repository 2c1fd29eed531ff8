import { createHash } from 'node:crypto';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { type AccountsSection, writeAccounts } from './accounts.ts';
import { type ClusterText, writeClusters } from './clusters.ts';
import type { ConsentFacts } from './facts.ts';
import { writeLimits } from './limits.ts';
import { type PeriodSection, writePeriod } from './period.ts';
import { writeRenewal } from './renewal.ts';
import { writeRequester } from './requester.ts';
import { writeRights } from './rights.ts';
import type { Section } from './section.ts';

/** Changed whenever the meaning of the text changes. */
export const textVersion = '2026-11-24.2';

/** The exact text of a consent page, in reading order. What is shown is what is recorded. */
export interface Disclosure {
  version: string;
  language: Language;
  title: string;
  heading: string;
  purpose: string;
  lead: string;
  requester: Section;
  data: { title: string; clusters: ClusterText[] };
  accounts: AccountsSection;
  /** Present when the same recipient asks again. */
  renewal?: Section;
  period: PeriodSection;
  limits: Section;
  rights: Section;
  decision: { title: string; deny: string; allow: string };
}

/** Writes the text of one consent page in one language. The same facts give the same text. */
export function writeDisclosure(facts: ConsentFacts, language: Language): Disclosure {
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
    data: { title: t('Consent.data.title'), clusters: writeClusters(facts, language) },
    accounts: writeAccounts(facts, language),
    ...(facts.previous && { renewal: writeRenewal(facts, facts.previous, language) }),
    period: writePeriod(facts, language),
    limits: writeLimits(facts, language),
    rights: writeRights(facts, language),
    decision: {
      title: t('Consent.decision.title'),
      deny: t('Consent.decision.deny'),
      allow: t('Consent.decision.allow'),
    },
  };
}

/** SHA-256 of a disclosure as it is recorded, in JSON; base64url. */
export const hashDisclosure = (text: string): string => createHash('sha256').update(text).digest('base64url');
