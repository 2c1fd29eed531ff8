import type { NextRequest } from 'next/server';
import { ChooseProviderPage } from '#components/choose-provider-page.tsx';
import { ConsentsPage } from '#components/consents-page.tsx';
import { translator } from '#i18n/recorded-translator.ts';
import { viewConsent } from '#lib/disclosure/consent-view.ts';
import { pageResponse } from '#lib/http/responses.ts';
import { now } from '#lib/process/clock.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { listActiveConsents, listEndedConsents } from '#lib/storage/consent-lists.ts';
import type { StoredConsent } from '#lib/storage/consents.ts';
import { database } from '#lib/storage/database.ts';
import { methodNotAllowed } from '../method-not-allowed.ts';
import { dashboardResponse } from './dashboard-response.ts';
import { readNotice } from './notice.ts';
import { type Visit, withVisit } from './visit.ts';

const pageLength = 20;

/** The customer's dashboard: all that they share from their bank. */
export const GET = (incoming: NextRequest): Promise<Response> =>
  withVisit(
    incoming,
    {},
    (visit) => list(visit, incoming.nextUrl.searchParams),
    (language) =>
      pageResponse(
        () => <ChooseProviderPage providers={[...currentRegistry().providers.values()]} language={language} />,
        { language },
      ),
  );

async function list(visit: Visit, query: URLSearchParams): Promise<Response> {
  const { provider, session, language, place } = visit;
  const at = now();
  const registry = currentRegistry();
  const customer = { providerId: provider.providerId, sub: session.sub };
  const after = readPlace(query.get('after') ?? '');
  const [active, ended] = await Promise.all([
    after ? [] : listActiveConsents(database(), customer, at),
    listEndedConsents(database(), customer, { now: at, limit: pageLength + 1, after }),
  ]);
  const view = (consent: StoredConsent) => viewConsent(consent, { registry, provider, language, now: at });
  const last = ended.length > pageLength ? ended[pageLength - 1] : undefined;
  const page = {
    active: active.map(view),
    ended: ended.slice(0, pageLength).map(view),
    older: last && `/consents?${place}&after=${last.createdAt}.${last.id}`,
    notice: readNotice(query, registry, translator(language), language),
  };
  return dashboardResponse(visit, (shown) => <ConsentsPage {...shown} {...page} />);
}

// Where a page of ended consents goes on; anything else is the first one.
function readPlace(text: string): { createdAt: number; id: string } | undefined {
  const [, createdAt, id] = /^(\d{1,12})\.([\w-]{1,64})$/.exec(text) ?? [];
  return createdAt && id ? { createdAt: Number(createdAt), id } : undefined;
}

const refuse = methodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
