import { useLocale, useTranslations } from 'next-intl';
import { useDateTime } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { AccountNames } from './account-names.tsx';
import { Card } from './card.tsx';
import { ClusterNames } from './consent-facts.tsx';
import { Facts } from './facts.tsx';
import { PrintedLink } from './printed-link.tsx';

/** What was allowed, to whom and until when, a line each. */
export function ReceiptFacts({ customer, view }: { customer: string; view: ConsentView }) {
  const t = useTranslations('Dashboard.receipt');
  const time = useDateTime({ zone: true });
  const languages = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const { consent, recipient, names, entity, registerUri, ending, accounts } = view;
  return (
    <Card>
      <Facts
        facts={[
          [t('who'), customer],
          [t('recipient'), recipient],
          [t('entity'), entity && [entity.name, entity.id].filter(Boolean).join(', ')],
          [t('register'), registerUri && <PrintedLink href={registerUri} />],
          [t('provider'), names.provider],
          [t('given'), time(consent.createdAt)],
          [t('until'), time(consent.expiresAt)],
          [t('state'), ending ? t('ended', { date: time(ending.at) }) : t('active')],
          [t('data'), <ClusterNames key="data" view={view} />],
          [t('accounts'), <AccountNames key="accounts" accounts={accounts} />],
          [t('reference'), consent.correlationId],
          [t('id'), consent.id],
          [t('language'), languages.of(consent.language)],
          [t('version'), consent.textVersion],
          [t('hash'), consent.textHash],
        ]}
      />
    </Card>
  );
}
