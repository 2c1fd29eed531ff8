import { ConsentDetailPage } from '#components/consent-detail-page.tsx';
import { readNotice } from '#lib/consent/notice.ts';
import { findOwnConsent } from '#lib/consent/own-consents.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { now } from '#lib/process/clock.ts';
import { listEvents } from '#lib/storage/consent-events.ts';
import { database } from '#lib/storage/database.ts';
import { showDashboard } from '../show-dashboard.tsx';

interface Address {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

/** One consent of the customer's own, in the words of the day it was given. */
export default async function ConsentDetail({ params, searchParams }: Address) {
  const [{ id }, query] = await Promise.all([params, readPageQuery(searchParams)]);
  return showDashboard(async (visit) => {
    const view = await findOwnConsent(database(), visit, id, now());
    if (!view) return undefined;
    const events = await listEvents(database(), view.consent.id);
    const page = <ConsentDetailPage visit={visit} view={view} events={events} notice={readNotice(query)} />;
    return { outcome: 'page', page };
  });
}
