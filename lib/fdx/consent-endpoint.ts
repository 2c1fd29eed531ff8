import { type Caller, isPartyTo } from '../clients/caller.ts';
import { nonceHeader } from '../clients/sender-key.ts';
import { note } from '../log/request-log.ts';
import { findConsent, type StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { orUnavailable } from '../storage/unavailable.ts';
import { readApiCaller } from './api-caller.ts';
import { type FdxAnswer, fdxResponse } from './fdx-response.ts';

/** A request about one consent. */
interface ConsentRequest {
  request: Request;
  id: string;
}

/** The same from a party to that consent. */
interface ConsentCall {
  outcome: 'found';
  caller: Caller;
  consent: StoredConsent;
}

/** Answers a call of the consent API in FDX's form. Another's consent is answered like one that does not exist. */
export async function answerConsentCall(
  db: Database,
  asked: ConsentRequest,
  now: number,
  answer: (call: ConsentCall) => Promise<FdxAnswer>,
): Promise<Response> {
  const given = givenInteractionId(asked.request);
  let interactionId = given ?? crypto.randomUUID();
  const outcome = await orUnavailable(async () => {
    const call = await findCall(db, asked, now);
    if (call.outcome !== 'found') return call;
    interactionId = given ?? call.consent.correlationId;
    return answer(call);
  });
  return fdxResponse(outcome.outcome === 'unavailable' ? { outcome: 'refused', status: 503 } : outcome, interactionId);
}

async function findCall(
  db: Database,
  { request, id }: ConsentRequest,
  now: number,
): Promise<ConsentCall | Extract<FdxAnswer, { outcome: 'refused' }>> {
  const reading = await readApiCaller(db, request, now);
  switch (reading.outcome) {
    case 'refused': {
      const headers = { 'WWW-Authenticate': reading.challenge, ...nonceHeader(request, now) };
      return { outcome: 'refused', status: reading.status, headers };
    }
    case 'too-many-attempts':
      return { outcome: 'refused', status: 429, headers: { 'Retry-After': String(reading.seconds) } };
    case 'known': {
      const { caller } = reading;
      note({ recipient: caller.clientId });
      const consent = await findConsent(db, id);
      if (!consent || !isPartyTo(consent, caller)) return { outcome: 'refused', status: 404 };
      note({ consentId: consent.id, correlationId: consent.correlationId });
      return { outcome: 'found', caller, consent };
    }
  }
}

// The caller's own id, where it has sent one that a header can carry back.
function givenInteractionId({ headers }: Request): string | undefined {
  const given = headers.get('x-fapi-interaction-id') ?? '';
  return /^[\w.~-]{1,128}$/.test(given) ? given : undefined;
}
