import { type Caller, isPartyTo } from '../clients/caller.ts';
import { nonceHeader } from '../clients/sender-key.ts';
import { note } from '../log/request-log.ts';
import { findConsent, type StoredConsent } from '../storage/consents.ts';
import { type Database, isUnavailable } from '../storage/database.ts';
import { readApiCaller } from './api-caller.ts';
import { type FdxAnswer, fdxResponse } from './fdx-response.ts';

/** A call about one consent, by a party to it. */
interface ConsentCall {
  caller: Caller;
  consent: StoredConsent;
}

type Answer = (call: ConsentCall) => Promise<FdxAnswer>;

/** Answers a call of the consent API in FDX's form. Another's consent is answered like one that does not exist. */
export async function answerConsentCall(
  db: Database,
  { request, id }: { request: Request; id: string },
  now: number,
  answer: Answer,
): Promise<Response> {
  const given = givenInteractionId(request);
  const interactionId = given ?? crypto.randomUUID();
  try {
    const reading = await readApiCaller(db, request, now);
    if (reading.outcome === 'refused') {
      const headers = { 'WWW-Authenticate': reading.challenge, ...nonceHeader(request, now) };
      return fdxResponse({ outcome: 'refused', status: reading.status, headers }, interactionId);
    }
    if (reading.outcome === 'too-many-attempts') {
      const headers = { 'Retry-After': String(reading.seconds) };
      return fdxResponse({ outcome: 'refused', status: 429, headers }, interactionId);
    }
    const { caller } = reading;
    note({ recipient: caller.clientId });
    const consent = await findConsent(db, id);
    if (!consent || !isPartyTo(consent, caller)) return fdxResponse({ outcome: 'refused', status: 404 }, interactionId);
    note({ consentId: consent.id, correlationId: consent.correlationId });
    return fdxResponse(await answer({ caller, consent }), given ?? consent.correlationId);
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault;
    return fdxResponse({ outcome: 'refused', status: 503 }, interactionId);
  }
}

// The caller's own id, where it has sent one that a header can carry back.
function givenInteractionId({ headers }: Request): string | undefined {
  const given = headers.get('x-fapi-interaction-id') ?? '';
  return /^[\w.~-]{1,128}$/.test(given) ? given : undefined;
}
