import { useFormatter, useTranslations } from 'next-intl';
import { useDateTime } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { AccountNames } from './account-names.tsx';
import { Facts } from './facts.tsx';

/** What is shared, from which accounts, since when, until when or why no longer, and when it was last asked for. */
export function ConsentFacts({ view }: { view: ConsentView }) {
  const t = useTranslations('Dashboard');
  const fact = useTranslations('Dashboard.fact');
  const time = useDateTime();
  const { consent, ending, names } = view;
  const { createdAt, expiresAt, introspectedAt: lastUsedAt, durationType } = consent;
  const end = time(expiresAt);
  return (
    <Facts
      facts={[
        [fact('data'), <ClusterNames key="data" view={view} />],
        [fact('accounts'), <AccountNames key="accounts" accounts={view.accounts} />],
        [fact('since'), time(createdAt)],
        [fact('until'), ending ? undefined : durationType === 'ONE_TIME' ? fact('once', { time: end }) : end],
        [fact('endedOn'), ending && time(ending.at)],
        [fact('reason'), ending && t(`reason.${ending.reason}`, names)],
        [fact('lastUsed'), lastUsedAt === undefined ? fact('neverUsed') : time(lastUsedAt)],
      ]}
    />
  );
}

/** The clusters of a consent by their short names, in the language of the page. */
export function ClusterNames({ view: { words } }: { view: ConsentView }) {
  const t = useTranslations('Cluster');
  const names = words.data.clusters.map(({ cluster }) => t(`${cluster}.short`));
  return useFormatter().list(names);
}
