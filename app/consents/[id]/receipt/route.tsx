import type { NextRequest } from 'next/server';
import { ReceiptPage } from '#components/receipt-page.tsx';
import { issuer } from '#lib/environment.ts';
import { pageResponse } from '#lib/front-door/responses.ts';
import { methodNotAllowed } from '../../../method-not-allowed.ts';
import { withConsent } from '../../visit.ts';

/** A receipt made for print. */
export const GET = (incoming: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  withConsent(incoming, params, ({ provider, session, language, place }, view) => {
    const page = { provider, language, place, customer: session.name, view, keys: `${issuer()}/jwks` };
    return pageResponse((nonce) => <ReceiptPage {...page} nonce={nonce} />, { language });
  });

const refuse = methodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
