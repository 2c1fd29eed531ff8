import { createHash } from 'node:crypto';
import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { DataCluster } from '../oauth/scope.ts';
import type { Account } from '../registry/account.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import { type AccountWords, writeAccounts } from './accounts.ts';
import { type ClusterWords, writeClusters } from './clusters.ts';
import { type PeriodWords, writePeriod } from './period.ts';
import { type PreviousConsent, writeRenewal } from './renewal.ts';
import { writeLimits, writeRequester, writeRights } from './terms.ts';

/** Changes with every change of meaning in what a customer is told. */
export const textVersion = '2026-11-24.2';

/** What the words depend on; `shownAt` in epoch seconds. */
export interface ConsentFacts {
  recipient: Recipient;
  provider: Provider;
  scope: readonly DataCluster[];
  accounts: readonly Account[];
  redirectUri: string;
  correlationId: string;
  shownAt: number;
  /** The consent that this one would replace. */
  previous?: PreviousConsent | undefined;
}

export interface Passage {
  title: string;
  lines: string[];
}

/** The exact words of a consent page, in the order in which they are read. What is shown is what is recorded. */
export interface ConsentWords {
  version: string;
  language: Language;
  title: string;
  heading: string;
  purpose: string;
  lead: string;
  requester: Passage;
  data: { title: string; clusters: ClusterWords[] };
  accounts: AccountWords;
  /** What changes, when the same recipient asks again. */
  renewal?: Passage;
  period: PeriodWords;
  limits: Passage;
  rights: Passage;
  decision: { title: string; deny: string; allow: string };
}

/** Writes the page of a request for a customer's accounts, in one language. */
export function writeConsent(facts: ConsentFacts, language: Language): ConsentWords {
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

/** SHA-256 of the words as they are recorded, base64url. */
export const hashWords = (words: string): string => createHash('sha256').update(words).digest('base64url');
