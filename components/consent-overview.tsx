import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { ButtonLink } from './button.tsx';
import { ConsentFacts } from './consent-facts.tsx';
import { ConsentStatus } from './consent-status.tsx';
import { Facts } from './facts.tsx';
import { PrintedLink } from './printed-link.tsx';
import { RenewSoon } from './renew-soon.tsx';
import { Row } from './row.tsx';
import { Section } from './section.tsx';

/** How one consent stands, and what can be done with it. */
export function ConsentOverview({ view, place }: { view: ConsentView; place: string }) {
  const t = useTranslations('Dashboard');
  const { consent, isActive, names, entity, registerUri } = view;
  const address = `/consents/${consent.id}`;
  const canChange = isActive && (consent.accountIds.length > 1 || consent.clusters.length > 1);
  return (
    <Section title={t('detail.state')}>
      <p>
        <ConsentStatus view={view} />
      </p>
      <ConsentFacts view={view} />
      <Facts
        facts={[
          [t('receipt.entity'), entity && [entity.name, entity.id].filter(Boolean).join(', ')],
          [t('receipt.register'), registerUri && <PrintedLink href={registerUri} />],
        ]}
      />
      <RenewSoon view={view} />
      <Row>
        {isActive && <ButtonLink href={`${address}/stop?${place}`}>{t('stop', names)}</ButtonLink>}
        {canChange && <a href={`${address}/change?${place}`}>{t('detail.change')}</a>}
        <a href={`${address}/receipt?${place}`}>{t('detail.receipt')}</a>
        <a href={`/consents?${place}`}>{t('detail.back')}</a>
      </Row>
    </Section>
  );
}
