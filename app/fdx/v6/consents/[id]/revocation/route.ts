import { withdrawConsent } from '#lib/consent/withdraw.ts';
import { fdxError } from '#lib/fdx/api-error.ts';
import { revocationRequest, revocationsOf } from '#lib/fdx/revocation.ts';
import { apiResponse } from '#lib/http/api-response.ts';
import { readJson } from '#lib/http/json.ts';
import { now } from '#lib/process/clock.ts';
import { listEvents } from '#lib/storage/consent-events.ts';
import { database } from '#lib/storage/database.ts';
import { consentApi, fdxMethodNotAllowed } from '../../../../consent-api.ts';

/** FDX `revokeConsentGrant`: final, and once. */
export const PUT = consentApi(async ({ request, caller, consent, interactionId }) => {
  const body = await readJson(request);
  if (body.outcome === 'too-large') return fdxError(413, { interactionId });
  const stated = body.outcome === 'read' ? revocationRequest.safeParse(body.value) : undefined;
  if (!stated?.success) {
    const [issue] = stated?.error.issues ?? [];
    const detail = issue ? `${issue.path.join('.') || 'the body'}: ${issue.message}` : 'the body must be JSON';
    return fdxError(400, { interactionId, detail });
  }
  const end =
    caller.kind === 'recipient'
      ? ({ by: 'recipient', reason: 'revoked-by-recipient' } as const)
      : ({ by: 'provider', reason: 'revoked-by-provider' } as const);
  const detail = { fdx: stated.data, client: caller.clientId };
  const { outcome } = await withdrawConsent(database(), consent.id, { ...end, detail }, now());
  if (outcome !== 'ended') return fdxError(409, { interactionId });
  return new Response(null, { status: 204, headers: { 'x-fapi-interaction-id': interactionId } });
});

/** FDX `getConsentRevocation`. */
export const GET = consentApi(async ({ consent, interactionId }) => {
  const events = await listEvents(database(), consent.id);
  const last = events.findLast(({ type }) => type === 'withdrawn');
  const stated = revocationRequest.safeParse(last?.detail.fdx).data;
  return apiResponse(revocationsOf(consent, stated ?? {}), 200, { 'x-fapi-interaction-id': interactionId });
});

const refuse = fdxMethodNotAllowed('GET, HEAD, PUT');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST };
