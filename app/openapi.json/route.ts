import { apiResponse, forEverybody } from '#lib/http/api-response.ts';
import { openApiDocument } from '#lib/openapi/document.ts';
import { issuer } from '#lib/process/environment.ts';
import { sessionCookieName } from '#lib/sign-in/session-cookie.ts';

export const dynamic = 'force-dynamic';

/** Everything that is served here, as OpenAPI 3.1. */
export const GET = (): Response =>
  apiResponse(openApiDocument(issuer(), sessionCookieName('{provider_id}')), 200, forEverybody);
