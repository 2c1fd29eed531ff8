import type { NextRequest } from 'next/server';
import { StopPage } from '#components/stop-page.tsx';
import { readLanguage } from '#i18n/locale.ts';
import { withdrawConsent } from '#lib/consent/withdraw.ts';
import { viewConsent } from '#lib/disclosure/consent-view.ts';
import { redirectResponse } from '#lib/http/responses.ts';
import { note } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { listActiveConsents } from '#lib/storage/consent-lists.ts';
import { database } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../../method-not-allowed.ts';
import { readPostedForm } from '../../posted-form.ts';
import { problemResponse } from '../../problem.tsx';
import { dashboardResponse } from '../dashboard-response.ts';
import { noticeQuery } from '../notice.ts';
import { type Visit, withVisit } from '../visit.ts';

const active = ({ provider, session }: Visit) =>
  listActiveConsents(database(), { providerId: provider.providerId, sub: session.sub }, now());

/** The second step of stopping all: with whom, and what follows from it. */
export const GET = (incoming: NextRequest): Promise<Response> =>
  withVisit(
    incoming,
    {},
    async (visit) => {
      const { provider, language, place } = visit;
      const facts = { registry: currentRegistry(), provider, language, now: now() };
      const names = (await active(visit)).map((consent) => viewConsent(consent, facts).recipient);
      if (names.length === 0) return redirectResponse(`/consents?${place}`);
      const page = { address: '/consents/stop', recipients: [...new Set(names)], isAll: true };
      return dashboardResponse(visit, (shown) => <StopPage {...shown} {...page} />);
    },
    (language) => problemResponse('not-found', 404, language),
  );

/** Ends all that is in force, each by itself: what fails in between is still there to be stopped. */
export async function POST(incoming: NextRequest): Promise<Response> {
  const form = await readPostedForm(incoming, readLanguage(incoming.nextUrl.searchParams));
  if (form instanceof Response) return form;
  return withVisit(
    incoming,
    {},
    async (visit) => {
      if (form.getAll('decision').join() !== 'stop') return redirectResponse(`/consents/stop?${visit.place}`);
      const end = { by: 'customer', reason: 'stopped' } as const;
      for (const { id } of await active(visit)) await withdrawConsent(database(), id, end, now());
      note({ outcome: 'ended' });
      return redirectResponse(`/consents?${visit.place}&${noticeQuery('stopped-all')}`);
    },
    (language) => problemResponse('not-found', 404, language),
  );
}

const refuse = methodNotAllowed('GET, HEAD, POST');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
