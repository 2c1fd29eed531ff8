import { ChangePage } from '#components/change-page.tsx';
import { type ChangePrompt, openChange } from '#lib/consent/answer-change.ts';
import { actionOutcome } from '#lib/http/page-answer.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { showDashboard } from '../../show-dashboard.tsx';
import { change } from './actions.ts';

/** What of a consent is to go on; shown again with what was ticked when that cannot stand. */
export default async function Change({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return showDashboard(async (visit) => {
    const shown = actionOutcome<ChangePrompt>() ?? (await openChange(database(), visit, id, now()));
    if (shown.outcome === 'redirect') return shown;
    if (shown.outcome === 'not-found') return undefined;
    return { outcome: 'page', page: <ChangePage visit={visit} prompt={shown} change={change} /> };
  });
}
