import { answerConsentCall } from '#lib/fdx/consent-endpoint.ts';
import { fdxMethodNotAllowed } from '#lib/fdx/fdx-response.ts';
import { findRevocations, revokeConsent } from '#lib/fdx/revocation.ts';
import { readRevocationRequest } from '#lib/fdx/revocation-request.ts';
import { atHand } from '#lib/start-up/at-hand.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** FDX `revokeConsentGrant`: final, and once. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const { db, now: at } = atHand();
  return answerConsentCall(db, { request, id }, at, async ({ caller, consent }) => {
    const reading = await readRevocationRequest(request);
    return reading.outcome === 'read' ? revokeConsent(db, consent.id, { caller, stated: reading.stated }, at) : reading;
  });
}

/** FDX `getConsentRevocation`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const { db, now: at } = atHand();
  return answerConsentCall(db, { request, id }, at, async ({ consent }) => ({
    outcome: 'answered',
    body: await findRevocations(db, consent),
  }));
}

const refuse = fdxMethodNotAllowed('GET, HEAD, PUT');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST };
