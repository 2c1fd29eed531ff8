import { type ClusterText, writeClusterNames } from '../disclosure/clusters.ts';
import { clustersToTell } from '../disclosure/data-cluster.ts';
import { type RecordedDisclosure, readRecordedDisclosure } from '../disclosure/recorded-disclosure.ts';
import type { StoredConsent } from '../storage/consents.ts';

/** What was shown, less the accounts and clusters that were not chosen or have been given up since. */
export function remainingWords(consent: StoredConsent): RecordedDisclosure {
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
