import { languages } from '#i18n/locale.ts';
import { apiResponse, forEverybody } from '#lib/http/api-response.ts';
import { authorizationServerMetadata } from '#lib/oauth/metadata.ts';
import { environment } from '#lib/process/environment.ts';

export const dynamic = 'force-dynamic';

export const GET = (): Response =>
  apiResponse(authorizationServerMetadata(environment().issuer, languages), 200, forEverybody);
