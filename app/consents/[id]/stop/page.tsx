import { StopPage } from '#components/stop-page.tsx';
import { findOwnConsent } from '#lib/consent/own-consents.ts';
import { redirectTo } from '#lib/http/problem.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { showDashboard } from '../../show-dashboard.tsx';
import { stop } from './actions.ts';

/** The second step of stopping: what follows from it. */
export default async function Stop({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return showDashboard(async (visit) => {
    const view = await findOwnConsent(database(), visit, id, now());
    if (view?.isActive === false) return redirectTo(`/consents/${id}?${visit.place}`);
    return view && { outcome: 'page', page: <StopPage visit={visit} view={view} stop={stop} /> };
  });
}
