import type { NextRequest } from 'next/server';
import { ConsentDetailPage } from '#components/consent-detail-page.tsx';
import { formatDate } from '#i18n/format-date.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentEventType } from '#lib/evidence/event-chain.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { listEvents } from '#lib/storage/consent-events.ts';
import { database } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../../method-not-allowed.ts';
import { dashboardResponse } from '../dashboard-response.ts';
import { readNotice } from '../notice.ts';
import { withConsent } from '../visit.ts';

/** One consent of the customer's own, in the words of the day it was given. */
export const GET = (incoming: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  withConsent(incoming, params, async (visit, view) => {
    const { language } = visit;
    const t = translator(language);
    const events = await listEvents(database(), view.consent.id);
    const history = events.map(({ type, happenedAt }) => {
      const what = t(`Dashboard.event.${type as ConsentEventType}`, { recipient: view.recipient });
      return `${formatDate(language, happenedAt)} – ${what}`;
    });
    const notice = readNotice(incoming.nextUrl.searchParams, currentRegistry(), t, language);
    const page = { view, history: [...new Set(history)], notice };
    return dashboardResponse(visit, (shown) => <ConsentDetailPage {...shown} {...page} />);
  });

const refuse = methodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
