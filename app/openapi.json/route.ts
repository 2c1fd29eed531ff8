import { apiResponse, forEverybody } from '#lib/http/api-response.ts';
import { openApiDocument } from '#lib/openapi/document.ts';
import { issuer } from '#lib/process/environment.ts';

export const dynamic = 'force-dynamic';

/** Everything that is served here, as OpenAPI 3.1. */
export const GET = (): Response => apiResponse(openApiDocument(issuer()), 200, forEverybody);
