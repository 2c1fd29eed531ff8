import { useTranslations } from 'next-intl';
import { useDate } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { ConsentHistory, type HistoricEvent } from './consent-history.tsx';
import { ConsentOverview } from './consent-overview.tsx';
import { type DoneJustNow, Notice } from './notice.tsx';
import { RecordedWords } from './recorded-words.tsx';
import { Section } from './section.tsx';

/** One consent whole: how it stands, the words of the day it was given, and what happened since. */
export function ConsentDetailPage({
  visit: { place },
  view,
  events,
  notice,
}: {
  visit: Visit;
  view: ConsentView;
  events: HistoricEvent[];
  notice: DoneJustNow | undefined;
}) {
  const t = useTranslations('Dashboard.detail');
  const date = useDate();
  const { consent, recipient, accounts, words } = view;
  return (
    <>
      <title>{t('title', { recipient })}</title>
      <h1>{t('title', { recipient })}</h1>
      <Notice notice={notice} />
      <ConsentOverview view={view} place={place} />
      <section className="grid gap-5">
        <div>
          <h2>{t('words')}</h2>
          <p>{t('wordsLead', { date: date(consent.createdAt) })}</p>
        </div>
        <RecordedWords words={words}>
          <Section title={words.accounts.title} lines={accounts} />
        </RecordedWords>
      </section>
      <ConsentHistory view={view} events={events} />
    </>
  );
}
