import { StopAllPage } from '#components/stop-page.tsx';
import { listOwnConsents } from '#lib/dashboard/own-consents.ts';
import { redirectTo } from '#lib/http/problem.ts';
import { showDashboard } from '../show-dashboard.tsx';
import { stopAll } from './actions.ts';

/** The second step of stopping all: with whom, and what follows from it. */
export default async function StopAll() {
  return showDashboard(async (db, visit, now) => {
    const { active } = await listOwnConsents(db, visit, undefined, now);
    if (active.length === 0) return redirectTo(`/consents?${visit.place}`);
    const recipients = [...new Set(active.map(({ recipient }) => recipient))];
    return { outcome: 'page', page: <StopAllPage visit={visit} recipients={recipients} stop={stopAll} /> };
  });
}
