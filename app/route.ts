import { redirectResponse } from '#lib/http/responses.ts';
import { environment } from '#lib/process/environment.ts';

export const dynamic = 'force-dynamic';

/** The bank's own home, where there is one; else the customer's dashboard. */
export const GET = (): Response => redirectResponse(environment().home);
