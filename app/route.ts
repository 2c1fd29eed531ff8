import { redirectResponse } from '#lib/http/responses.ts';

export const dynamic = 'force-dynamic';

/** The customer's dashboard. */
export const GET = (): Response => redirectResponse('/consents');
