import { answerConsentCall } from '#lib/fdx/consent-endpoint.ts';
import { consentGrantOf } from '#lib/fdx/consent-grant.ts';
import { fdxMethodNotAllowed } from '#lib/fdx/fdx-response.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

/** FDX `getConsentGrant`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { db, now: at } = atHand();
  return answerConsentCall(db, { request, id }, at, async ({ consent }) => ({
    outcome: 'answered',
    body: await consentGrantOf(db, consent, at),
  }));
}

const refuse = fdxMethodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
