import type { Language } from '#i18n/locale.ts';
import type { EndReason } from '../consent/end-event.ts';
import { type ClusterText, writeClusterNames } from '../disclosure/clusters.ts';
import { clustersToTell } from '../disclosure/data-cluster.ts';
import { type RecordedDisclosure, readRecordedDisclosure } from '../disclosure/recorded-disclosure.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { isActive, type StoredConsent } from '../storage/consents.ts';

const day = 86_400;
/** Days before its end in which a consent is said to end soon. */
const soon = 30 * day;

/** A consent as its customer sees it afterwards; names are in the language of the page, the words stay as they were. */
export interface ConsentView {
  consent: StoredConsent;
  recipient: string;
  provider: string;
  /** What the recipient wants the data for, where it is still registered. */
  description: string | undefined;
  isActive: boolean;
  /** In force, while its recipient is suspended or not registered any more: nobody gets data by it. */
  isPaused: boolean;
  endsSoon: boolean;
  /** When and why it ended; undefined while it is in force. */
  ending: Ending | undefined;
  accounts: string[];
  /** The shown words, less what is no longer a part of it. */
  words: RecordedDisclosure;
}

export interface Ending {
  at: number;
  reason: EndReason | 'expired';
}

export function viewConsent(
  consent: StoredConsent,
  { registry, provider, language, now }: { registry: Registry; provider: Provider; language: Language; now: number },
): ConsentView {
  const recipient = registry.recipients.get(consent.clientId);
  const words = remainingWords(consent);
  const isInForce = isActive(consent, now);
  return {
    consent,
    recipient: recipient?.name[language] ?? consent.clientId,
    provider: provider.name[language],
    description: recipient?.description[language],
    isActive: isInForce,
    isPaused: isInForce && recipient?.status !== 'active',
    endsSoon: isInForce && consent.durationType !== 'ONE_TIME' && consent.expiresAt - now <= soon,
    ending: isInForce ? undefined : endingOf(consent),
    accounts: words.accounts.choices.map(({ label }) => label),
    words,
  };
}

const endingOf = ({ status, endedAt, endReason, expiresAt }: StoredConsent): Ending =>
  status === 'revoked'
    ? { at: endedAt ?? expiresAt, reason: endReason as EndReason }
    : { at: expiresAt, reason: 'expired' };

/** What was shown, less the accounts and clusters that were not chosen or have been given up since. */
function remainingWords(consent: StoredConsent): RecordedDisclosure {
  const words = readRecordedDisclosure(consent.textVersion, consent.text);
  const told = clustersToTell(consent.clusters);
  // What is left of a wider cluster was told as a part of it: it is named in the same language.
  const clusters = told.map(
    (cluster): ClusterText =>
      words.data.clusters.find((shown) => shown.cluster === cluster) ?? writeClusterNames(cluster, consent.language),
  );
  return {
    ...words,
    data: { ...words.data, clusters },
    accounts: {
      ...words.accounts,
      choices: words.accounts.choices.filter(({ accountId }) => consent.accountIds.includes(accountId)),
    },
  };
}
