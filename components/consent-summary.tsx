import { useFormatter, useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ButtonLink } from './button.tsx';
import { Card } from './card.tsx';
import { ConsentStatus } from './consent-status.tsx';
import { Purpose } from './purpose.tsx';
import { Row } from './row.tsx';

/** One consent of the list: with whom, since and until when, which accounts and data, and where to go from here. */
export function ConsentSummary({ view, place }: { view: ConsentView; place: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const { consent, recipient, isActive, accounts, words } = view;
  const join = (items: string[]) => format.list(items, { style: 'short', type: 'unit' });
  const clusters = words.data.clusters.map(({ cluster }) => t(`Cluster.${cluster}.title`));
  return (
    <Card as="li">
      <h3>{recipient}</h3>
      <Purpose view={view} />
      <ConsentStatus view={view} />
      <p>{t('Dashboard.accounts', { accounts: join(accounts) })}</p>
      <p>{t('Dashboard.data', { clusters: join(clusters) })}</p>
      <Row>
        <a href={`/consents/${consent.id}?${place}`}>{t('Dashboard.see', { recipient })}</a>
        {isActive && (
          <ButtonLink href={`/consents/${consent.id}/stop?${place}`}>{t('Dashboard.stop', { recipient })}</ButtonLink>
        )}
      </Row>
    </Card>
  );
}
