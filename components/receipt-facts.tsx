import { useLocale, useTranslations } from 'next-intl';
import { useDate } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import { Card } from './card.tsx';

/** What was allowed, to whom and until when, a line each. */
export function ReceiptFacts({ customer, view }: { customer: string; view: ConsentView }) {
  const t = useTranslations('Dashboard.receipt');
  const date = useDate();
  const languages = new Intl.DisplayNames(useLocale(), { type: 'language' });
  const { consent, recipient, provider, ending, accounts } = view;
  const facts = {
    who: customer,
    recipient,
    provider,
    given: date(consent.createdAt),
    until: date(consent.expiresAt),
    state: ending ? t('ended', { date: date(ending.at) }) : t('active'),
    accounts: accounts.join('; '),
    language: languages.of(consent.language),
    version: consent.textVersion,
    hash: consent.textHash,
    id: consent.id,
  };
  const terms = Object.keys(facts) as (keyof typeof facts)[];
  return (
    <Card as="dl">
      {terms.map((term) => (
        <div key={term}>
          <dt className="text-sm text-soft">{t(term)}</dt>
          <dd className="break-all">{facts[term]}</dd>
        </div>
      ))}
    </Card>
  );
}
