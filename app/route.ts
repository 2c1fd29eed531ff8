import { environment } from '#lib/environment.ts';
import { redirectResponse } from '#lib/front-door/responses.ts';

export const dynamic = 'force-dynamic';

/** The bank's own home, where there is one; else the customer's dashboard. */
export const GET = (): Response => redirectResponse(environment().home);
