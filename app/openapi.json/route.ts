import { issuer } from '#lib/environment.ts';
import { apiResponse } from '#lib/front-door/api-response.ts';
import { openApiDocument } from '#lib/openapi/document.ts';

export const dynamic = 'force-dynamic';

/** Everything that is served here, as OpenAPI 3.1. */
export const GET = (): Response => apiResponse(openApiDocument(issuer()));
