import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { formatDate } from '../consent/period.ts';
import type { EndReason } from '../consent/withdraw.ts';
import type { Provider } from '../registry/provider.ts';
import type { Registry } from '../registry/registry.ts';
import { isActive, type StoredConsent } from '../storage/consents.ts';
import { type ClusterWords, writeClusterNames } from './clusters.ts';
import type { ConsentWords } from './consent-words.ts';
import { clustersToTell } from './data-cluster.ts';
import { readRecordedWords } from './recorded-words.ts';

const day = 86_400;
/** Days before its end in which a consent is said to end soon. */
const soon = 30 * day;

/** A consent as its customer sees it afterwards, in the language of the page; the words themselves stay as they were. */
export interface ConsentView {
  consent: StoredConsent;
  recipient: string;
  isActive: boolean;
  /** How it stands, in sentences. */
  lines: string[];
  accounts: string[];
  /** The shown words, less what is no longer a part of it. */
  words: ConsentWords;
}

export function viewConsent(
  consent: StoredConsent,
  { registry, provider, language, now }: { registry: Registry; provider: Provider; language: Language; now: number },
): ConsentView {
  const recipient = registry.recipients.get(consent.clientId)?.name[language] ?? consent.clientId;
  const words = remainingWords(consent);
  const names = { recipient, provider: provider.name[language] };
  return {
    consent,
    recipient,
    isActive: isActive(consent, now),
    lines: isActive(consent, now)
      ? linesOfActive(consent, names, language, now)
      : linesOfEnded(consent, names, language),
    accounts: words.accounts.choices.map(({ label }) => label),
    words,
  };
}

function linesOfActive(consent: StoredConsent, { recipient }: { recipient: string }, language: Language, now: number) {
  const t = translator(language);
  const { createdAt, expiresAt, lastUsedAt, durationType } = consent;
  const isOnce = durationType === 'ONE_TIME';
  return [
    t('Dashboard.since', { date: formatDate(language, createdAt) }),
    t(isOnce ? 'Dashboard.once' : 'Dashboard.until', { date: formatDate(language, expiresAt) }),
    lastUsedAt === undefined
      ? t('Dashboard.neverUsed')
      : t('Dashboard.lastUsed', { date: formatDate(language, lastUsedAt) }),
    ...(!isOnce && expiresAt - now <= soon ? [t('Dashboard.renewSoon', { recipient })] : []),
  ];
}

function linesOfEnded(consent: StoredConsent, names: { recipient: string; provider: string }, language: Language) {
  const t = translator(language);
  const { createdAt, lastUsedAt } = consent;
  const isRevoked = consent.status === 'revoked';
  const endedAt = isRevoked ? (consent.endedAt ?? consent.expiresAt) : consent.expiresAt;
  const reason = isRevoked ? (consent.endReason as EndReason) : 'expired';
  return [
    t('Dashboard.since', { date: formatDate(language, createdAt) }),
    t('Dashboard.endedOn', { date: formatDate(language, endedAt) }),
    t(`Dashboard.reason.${reason}`, names),
    ...(lastUsedAt === undefined ? [] : [t('Dashboard.lastUsed', { date: formatDate(language, lastUsedAt) })]),
  ];
}

/** What was shown, less the accounts and clusters that were not chosen or have been given up since. */
export function remainingWords(consent: StoredConsent): ConsentWords {
  const words = readRecordedWords(consent.textVersion, consent.text);
  const told = clustersToTell(consent.clusters);
  // What is left of a wider cluster was told as a part of it: it is named in the same language.
  const clusters = told.map(
    (cluster): ClusterWords =>
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
