import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { ComplaintRoutes } from './complaint-routes.tsx';
import { ReceiptFacts } from './receipt-facts.tsx';
import { ReceiptProof } from './receipt-proof.tsx';
import { RecordedWords } from './recorded-words.tsx';
import { Section } from './section.tsx';

/** A receipt that fits one printed page: what was allowed, to whom, until when, and in which words. */
export function ReceiptPage({
  visit: { session, provider, place },
  view,
  issuer,
}: {
  visit: Visit;
  view: ConsentView;
  /** Where it can be checked. */
  issuer: string;
}) {
  const t = useTranslations('Dashboard.receipt');
  const { words } = view;
  return (
    <div className="one-sheet grid gap-3.5">
      <title>{t('title', view.names)}</title>
      <h1>{t('heading')}</h1>
      <p>{t('lead')}</p>
      <ReceiptFacts customer={session.name} view={view} />
      <ReceiptProof view={view} place={place} issuer={issuer} />
      <ComplaintRoutes view={view} provider={provider} />
      <section className="grid gap-3.5">
        <div>
          <h2>{t('words')}</h2>
          <p>{t('wordsLead')}</p>
        </div>
        <RecordedWords words={words}>
          <Section title={words.accounts.title} lines={words.accounts.choices.map(({ label }) => label)} />
        </RecordedWords>
      </section>
    </div>
  );
}
