import { ChangePage } from '#components/change-page.tsx';
import { type ChangePrompt, openChange } from '#lib/dashboard/answer-change.ts';
import { actionOutcome } from '#lib/http/page-answer.ts';
import { showDashboard } from '../../show-dashboard.tsx';
import { change } from './actions.ts';

/** What of a consent is to go on; shown again with what was ticked when that cannot stand. */
export default async function Change({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return showDashboard(async (db, visit, now) => {
    const shown = actionOutcome<ChangePrompt>() ?? (await openChange(db, visit, id, now));
    if (shown.outcome !== 'prompt') return shown;
    return { outcome: 'page', page: <ChangePage visit={visit} prompt={shown} change={change} /> };
  });
}
