import type { NextRequest } from 'next/server';
import { ReceiptPage } from '#components/receipt-page.tsx';
import { issuer } from '#lib/process/environment.ts';
import { methodNotAllowed } from '../../../method-not-allowed.ts';
import { dashboardResponse } from '../../dashboard-response.ts';
import { withConsent } from '../../visit.ts';

/** A receipt made for print. */
export const GET = (incoming: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  withConsent(incoming, params, (visit, view) =>
    dashboardResponse(visit, (shown) => <ReceiptPage {...shown} view={view} keys={`${issuer()}/jwks`} />),
  );

const refuse = methodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
