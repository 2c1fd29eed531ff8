import type { NextRequest } from 'next/server';
import { StopPage } from '#components/stop-page.tsx';
import { readLanguage } from '#i18n/locale.ts';
import { withdrawConsent } from '#lib/consent/withdraw.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { database } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../../../method-not-allowed.ts';
import { readPostedForm } from '../../../posted-form.ts';
import { dashboardResponse } from '../../dashboard-response.ts';
import { noticeQuery } from '../../notice.ts';
import { withConsent } from '../../visit.ts';

interface Parameters {
  params: Promise<{ id: string }>;
}

/** The second step of stopping: what follows from it. */
export const GET = (incoming: NextRequest, { params }: Parameters): Promise<Response> =>
  withConsent(incoming, params, (visit, { consent, recipient, isActive }) => {
    if (!isActive) return redirectResponse(`/consents/${consent.id}?${visit.place}`);
    const address = `/consents/${consent.id}/stop`;
    const page = { address, recipients: [recipient], isAll: false };
    return dashboardResponse(visit, (shown) => <StopPage {...shown} {...page} />);
  });

/** Ends the consent; only the literal `stop` does. */
export async function POST(incoming: NextRequest, { params }: Parameters): Promise<Response> {
  const form = await readPostedForm(incoming, readLanguage(incoming.nextUrl.searchParams));
  if (form instanceof Response) return form;
  return withConsent(incoming, params, async ({ place }, { consent }) => {
    if (form.getAll('decision').join() !== 'stop') return redirectResponse(`/consents/${consent.id}/stop?${place}`);
    const end = { by: 'customer', reason: 'stopped' } as const;
    const { outcome } = await withdrawConsent(database(), consent.id, end, now());
    note({ outcome });
    const notice = outcome === 'ended' ? noticeQuery('stopped', consent.clientId) : noticeQuery('already-ended');
    return redirectResponse(`/consents?${place}&${notice}`);
  });
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
