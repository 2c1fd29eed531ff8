import { ChooseProviderPage } from '#components/choose-provider-page.tsx';
import { ConsentsPage } from '#components/consents-page.tsx';
import { readNotice } from '#lib/dashboard/notice.ts';
import { listOwnConsents } from '#lib/dashboard/own-consents.ts';
import { type PageQuery, readPageQuery } from '#lib/http/page-query.ts';
import { switchLanguage } from './actions.ts';
import { currentVisit } from './current-visit.ts';
import { showDashboard } from './show-dashboard.tsx';

/** The customer's dashboard: all that they share from their bank. */
export default async function Consents({ searchParams }: { searchParams: PageQuery }) {
  const query = await readPageQuery(searchParams);
  const visit = await currentVisit();
  if (visit.outcome === 'choose-provider')
    return <ChooseProviderPage providers={visit.providers} switchLanguage={switchLanguage} />;
  return showDashboard(async (db, visit, now) => {
    const consents = await listOwnConsents(db, visit, query.get('after') ?? undefined, now);
    const page = <ConsentsPage visit={visit} consents={consents} notice={readNotice(query)} />;
    return { outcome: 'page', page };
  });
}
