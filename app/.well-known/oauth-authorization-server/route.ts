import { environment } from '#lib/environment.ts';
import { apiResponse } from '#lib/front-door/api-response.ts';
import { authorizationServerMetadata } from '#lib/oauth/metadata.ts';

export const dynamic = 'force-dynamic';

export const GET = (): Response => apiResponse(authorizationServerMetadata(environment().issuer));
