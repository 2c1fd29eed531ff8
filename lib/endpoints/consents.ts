import { answerConsentCall } from '../fdx/consent-endpoint.ts';
import { consentGrantOf } from '../fdx/consent-grant.ts';
import { fdxMethodNotAllowed } from '../fdx/fdx-answer.ts';
import { findRevocations, revokeConsent } from '../fdx/revocation.ts';
import { readRevocationRequest } from '../fdx/revocation-request.ts';
import type { Endpoint } from './endpoint.ts';

export const consentGrant: Endpoint = {
  handlers: {
    /** FDX `getConsentGrant`. */
    GET: (db, request, now) =>
      answerConsentCall(db, request, now, async ({ consent }) => ({
        outcome: 'answered',
        body: await consentGrantOf(db, consent, now),
      })),
  },
  refuse: fdxMethodNotAllowed,
};

export const consentRevocation: Endpoint = {
  handlers: {
    /** FDX `getConsentRevocation`. */
    GET: (db, request, now) =>
      answerConsentCall(db, request, now, async ({ consent }) => ({
        outcome: 'answered',
        body: await findRevocations(db, consent),
      })),
    /** FDX `revokeConsentGrant`: final, and once. */
    PUT: (db, request, now) =>
      answerConsentCall(db, request, now, async ({ caller, consent }) => {
        const reading = readRevocationRequest(request);
        return reading.outcome === 'read'
          ? revokeConsent(db, consent.id, { caller, stated: reading.stated }, now)
          : reading;
      }),
  },
  refuse: fdxMethodNotAllowed,
};
