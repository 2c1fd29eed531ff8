import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { ReceiptFacts } from './receipt-facts.tsx';
import { ReceiptProof } from './receipt-proof.tsx';
import { RecordedWords } from './recorded-words.tsx';
import { Section } from './section.tsx';

/** A receipt made for print: what was allowed, to whom, until when, in the words that were seen. */
export function ReceiptPage({
  visit: { session, place },
  view,
  keys,
}: {
  visit: Visit;
  view: ConsentView;
  /** Where the keys are that a signed copy is checked with. */
  keys: string;
}) {
  const t = useTranslations('Dashboard.receipt');
  return (
    <>
      <title>{t('title', view.names)}</title>
      <h1>{t('heading')}</h1>
      <p>{t('lead')}</p>
      <ReceiptFacts customer={session.name} view={view} />
      <section className="grid gap-3">
        <div>
          <h2>{t('words')}</h2>
          <p>{t('wordsLead')}</p>
        </div>
        <RecordedWords words={view.words}>
          <Section title={view.words.accounts.title} lines={view.words.accounts.choices.map(({ label }) => label)} />
        </RecordedWords>
      </section>
      <ReceiptProof view={view} place={place} keys={keys} />
    </>
  );
}
