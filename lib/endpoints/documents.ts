import { languages } from '#i18n/locale.ts';
import { apiAnswer, forEverybody } from '../http/api-answer.ts';
import { publicKeys } from '../keys/known-keys.ts';
import { authorizationServerMetadata } from '../oauth/metadata.ts';
import { openApiDocument } from '../openapi/document.ts';
import { issuer } from '../process/environment.ts';
import { sessionCookieName } from '../sign-in/session-cookie.ts';
import { orUnavailable } from '../storage/unavailable.ts';
import { documentEndpoint } from './endpoint.ts';

/** RFC 7517 §5: the keys that access tokens are checked with. */
export const jwks = documentEndpoint(async (db, _request, now) => {
  const published = await orUnavailable(() => publicKeys(db, now));
  if ('outcome' in published) return apiAnswer({ error: 'temporarily_unavailable' }, 503);
  return apiAnswer(published, 200, {
    ...forEverybody,
    'Content-Type': 'application/jwk-set+json',
    'Cache-Control': 'public, max-age=300',
  });
});

/** RFC 8414 §3: what this server can do. */
export const metadata = documentEndpoint(() =>
  apiAnswer(authorizationServerMetadata(issuer(), languages), 200, forEverybody),
);

/** Everything that is served here, as OpenAPI 3.1. */
export const openapi = documentEndpoint(() =>
  apiAnswer(openApiDocument(issuer(), sessionCookieName('{provider_id}')), 200, forEverybody),
);
