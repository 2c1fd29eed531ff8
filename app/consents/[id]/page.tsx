import { ConsentDetailPage } from '#components/consent-detail-page.tsx';
import { readNotice } from '#lib/dashboard/notice.ts';
import { findOwnConsent } from '#lib/dashboard/own-consents.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { listEvents } from '#lib/storage/consent-events.ts';
import { showDashboard } from '../show-dashboard.tsx';

interface Address {
  params: Promise<{ id: string }>;
  searchParams: PageQuery;
}

/** One consent of the customer's own, in the words of the day it was given. */
export default async function ConsentDetail({ params, searchParams }: Address) {
  const [{ id }, query] = await Promise.all([params, readPageQuery(searchParams)]);
  return showDashboard(async (db, visit, now) => {
    const view = await findOwnConsent(db, visit, id, now);
    if (!view) return { outcome: 'not-found' };
    const events = await listEvents(db, view.consent.id);
    const page = <ConsentDetailPage visit={visit} view={view} events={events} notice={readNotice(query)} />;
    return { outcome: 'page', page };
  });
}
