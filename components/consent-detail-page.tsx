import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { ComplaintRoutes } from './complaint-routes.tsx';
import { ConsentHistory, type HistoricEvent } from './consent-history.tsx';
import { ConsentOverview } from './consent-overview.tsx';
import { type DoneJustNow, Notice } from './notice.tsx';
import { WordsOfTheDay } from './words-of-the-day.tsx';

/** One consent whole: how it stands, the words of the day it was given, and what happened since. */
export function ConsentDetailPage({
  visit: { provider, place },
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
  return (
    <>
      <title>{t('title', view.names)}</title>
      <h1>{t('title', view.names)}</h1>
      <Notice notice={notice} />
      <ConsentOverview view={view} place={place} />
      <WordsOfTheDay view={view} />
      <ConsentHistory view={view} events={events} />
      <ComplaintRoutes view={view} provider={provider} />
    </>
  );
}
