import { StopPage } from '#components/stop-page.tsx';
import { findOwnConsent } from '#lib/dashboard/own-consents.ts';
import { redirectTo } from '#lib/http/problem.ts';
import { showDashboard } from '../../show-dashboard.tsx';
import { stop } from './actions.ts';

/** The second step of stopping: what follows from it. */
export default async function Stop({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return showDashboard(async (db, visit, now) => {
    const view = await findOwnConsent(db, visit, id, now);
    if (!view) return { outcome: 'not-found' };
    if (!view.isActive) return redirectTo(`/consents/${id}?${visit.place}`);
    return { outcome: 'page', page: <StopPage visit={visit} view={view} stop={stop} /> };
  });
}
