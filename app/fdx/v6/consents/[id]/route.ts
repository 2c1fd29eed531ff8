import { consentGrantOf } from '#lib/fdx/consent-grant.ts';
import { apiResponse } from '#lib/http/api-response.ts';
import { now } from '#lib/process/clock.ts';
import { consentApi, fdxMethodNotAllowed } from '../../../consent-api.ts';

/** FDX `getConsentGrant`. */
export const GET = consentApi(async ({ consent, interactionId }) =>
  apiResponse(await consentGrantOf(consent, now()), 200, { 'x-fapi-interaction-id': interactionId }),
);

const refuse = fdxMethodNotAllowed('GET, HEAD');

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
