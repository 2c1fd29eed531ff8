import { redirectResponse } from '#lib/http/responses.ts';
import { issuer } from '#lib/process/environment.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import { recipientOrigin, sampleRecipients } from '../demo/recipient/sample-world.ts';

export const dynamic = 'force-dynamic';

/** The sample recipient in the sample world; else the customer's dashboard. */
export const GET = (): Response =>
  redirectResponse(sampleRecipients(currentRegistry()).length > 0 ? `${recipientOrigin(issuer())}/demo` : '/consents');
