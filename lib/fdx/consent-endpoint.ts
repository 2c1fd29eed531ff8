import { type Caller, isPartyTo } from '../clients/caller.ts';
import { nonceHeader } from '../clients/sender-key.ts';
import type { ApiAnswer, ApiRequest } from '../http/api-exchange.ts';
import { note } from '../log/request-log.ts';
import { findConsent, type StoredConsent } from '../storage/consents.ts';
import { type Database, orUnavailable } from '../storage/database.ts';
import { readApiCaller } from './api-caller.ts';
import { type FdxAnswer, inFdxForm } from './fdx-answer.ts';

/** A request about one consent, from a party to it. */
interface ConsentCall {
  outcome: 'found';
  caller: Caller;
  consent: StoredConsent;
}

/** Answers a call of the consent API in FDX's form. Another's consent is answered like one that does not exist. */
export async function answerConsentCall(
  db: Database,
  request: ApiRequest,
  now: number,
  answer: (call: ConsentCall) => Promise<FdxAnswer>,
): Promise<ApiAnswer> {
  const given = givenInteractionId(request);
  let interactionId = given ?? crypto.randomUUID();
  const outcome = await orUnavailable(async () => {
    const call = await findCall(db, request, now);
    if (call.outcome !== 'found') return call;
    interactionId = given ?? call.consent.correlationId;
    return answer(call);
  });
  return inFdxForm(outcome.outcome === 'unavailable' ? { outcome: 'refused', status: 503 } : outcome, interactionId);
}

async function findCall(
  db: Database,
  request: ApiRequest,
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
      const consent = await findConsent(db, consentIdOf(request));
      if (!consent || !isPartyTo(consent, caller)) return { outcome: 'refused', status: 404 };
      note({ consentId: consent.id, correlationId: consent.correlationId });
      return { outcome: 'found', caller, consent };
    }
  }
}

// It stands behind /fdx/v6/consents/. What is not encoded as it should be is no id of ours either way.
function consentIdOf({ path }: ApiRequest): string {
  const [, , , , id = ''] = path.split('/');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

// The caller's own id, where it has sent one that a header can carry back.
function givenInteractionId({ headers }: ApiRequest): string | undefined {
  const given = headers.get('x-fapi-interaction-id') ?? '';
  return /^[\w.~-]{1,128}$/.test(given) ? given : undefined;
}
