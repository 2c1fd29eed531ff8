import { randomUUID } from 'node:crypto';
import type { Caller } from '#lib/clients/caller.ts';
import { nonceHeader } from '#lib/clients/require-dpop.ts';
import { mayManage, readApiCaller } from '#lib/fdx/api-caller.ts';
import { fdxError } from '#lib/fdx/api-error.ts';
import { note } from '#lib/log/request-log.ts';
import { findConsent, type StoredConsent } from '#lib/storage/consents.ts';
import { database, isUnavailable } from '#lib/storage/database.ts';

/** A call about one consent, by somebody whose business it is. */
export interface ConsentCall {
  request: Request;
  caller: Caller;
  consent: StoredConsent;
  /** `x-fapi-interaction-id`: the caller's own, or the reference number of the consent. */
  interactionId: string;
}

const interactionId = /^[\w.~-]{1,128}$/;

/** Reads the caller and the consent, answers errors in FDX's form; another's consent is told as one that is not there. */
export const consentApi =
  (answer: (call: ConsentCall) => Promise<Response>) =>
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const given = request.headers.get('x-fapi-interaction-id') ?? '';
    const own = interactionId.test(given) ? given : undefined;
    const orNew = own ?? randomUUID();
    try {
      const reading = await readApiCaller(request);
      if (reading.outcome === 'refused')
        return fdxError(reading.status, {
          interactionId: orNew,
          headers: { 'WWW-Authenticate': reading.challenge, ...nonceHeader(request) },
        });
      const { caller } = reading;
      note({ recipient: caller.clientId });
      const consent = await findConsent(database(), (await params).id);
      if (!consent || !mayManage(caller, consent)) return fdxError(404, { interactionId: orNew });
      note({ consentId: consent.id, correlationId: consent.correlationId });
      return await answer({ request, caller, consent, interactionId: own ?? consent.correlationId });
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
      return fdxError(503, { interactionId: orNew });
    }
  };

/** 405 in FDX's form. */
export const fdxMethodNotAllowed = (allow: string) => (): Response =>
  fdxError(405, { interactionId: randomUUID(), headers: { Allow: allow } });
