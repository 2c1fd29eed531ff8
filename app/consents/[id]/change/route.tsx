import type { NextRequest } from 'next/server';
import { ChangePage, type ChangeProblem } from '#components/change-page.tsx';
import { readLanguage } from '#i18n/locale.ts';
import { narrowConsent } from '#lib/consent/narrow.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../../../method-not-allowed.ts';
import { readPostedForm } from '../../../posted-form.ts';
import { dashboardResponse } from '../../dashboard-response.ts';
import { noticeQuery } from '../../notice.ts';
import { type Visit, withConsent } from '../../visit.ts';

interface Parameters {
  params: Promise<{ id: string }>;
}

/** What of a consent is to go on; all of it is ticked, because all of it does unless it is unticked. */
export const GET = (incoming: NextRequest, { params }: Parameters): Promise<Response> =>
  withConsent(incoming, params, (visit, view) => {
    const { consent, isActive } = view;
    if (!isActive) return redirectResponse(`/consents/${consent.id}?${visit.place}`);
    return show(visit, view, [...consent.accountIds, ...consent.clusters]);
  });

/** Stops what was unticked. */
export async function POST(incoming: NextRequest, { params }: Parameters): Promise<Response> {
  const form = await readPostedForm(incoming, readLanguage(incoming.nextUrl.searchParams));
  if (form instanceof Response) return form;
  return withConsent(incoming, params, async (visit, view) => {
    const { consent } = view;
    const [accountIds, ticked] = [form.getAll('account'), form.getAll('cluster')];
    const clusters = consent.clusters.filter((cluster) => ticked.includes(cluster));
    const isKnown =
      accountIds.every((id) => consent.accountIds.includes(id)) && clusters.length === new Set(ticked).size;
    const kept = [...accountIds, ...ticked];
    if (form.getAll('decision').join() !== 'change' || !isKnown) return show(visit, view, kept, 'not-understood');
    const change = await narrowConsent(database(), consent.id, { accountIds, clusters }, now());
    note({ outcome: change.outcome });
    switch (change.outcome) {
      case 'changed':
        return redirectResponse(`/consents/${change.consentId}?${visit.place}&${noticeQuery('changed')}`);
      case 'no-account':
      case 'unchanged':
        return show(visit, view, kept, change.outcome);
      default:
        return redirectResponse(`/consents/${consent.id}?${visit.place}&${noticeQuery('already-ended')}`);
    }
  });
}

function show(visit: Visit, view: ConsentView, kept: string[], problem?: ChangeProblem): Response {
  return dashboardResponse(visit, (shown) => <ChangePage {...shown} {...{ view, kept, problem }} />);
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
