import { languages } from '#i18n/locale.ts';
import { apiAnswer, documentAnswer, forEverybody } from '../http/api-answer.ts';
import { publicKeys } from '../keys/known-keys.ts';
import { authorizationServerMetadata } from '../oauth/metadata.ts';
import { openApiDocument } from '../openapi/document.ts';
import { environment, issuer } from '../process/environment.ts';
import { sessionCookieName } from '../sign-in/session-cookie.ts';
import { orUnavailable } from '../storage/unavailable.ts';
import { documentEndpoint } from './endpoint.ts';

/** RFC 7517 §5: the keys that access tokens are checked with. */
export const jwks = documentEndpoint(async (db, _request, now) => {
  const published = await orUnavailable(() => publicKeys(db, now));
  if ('outcome' in published) return apiAnswer({ error: 'temporarily_unavailable' }, 503, forEverybody);
  return documentAnswer(published, 'application/jwk-set+json');
});

/** RFC 8414 §3: what this server can do. */
export const metadata = documentEndpoint(() =>
  documentAnswer(authorizationServerMetadata(issuer(), languages, environment().serviceDocumentation)),
);

/** Everything that is served here, as OpenAPI 3.1. */
export const openapi = documentEndpoint(() =>
  documentAnswer(openApiDocument(issuer(), sessionCookieName('{provider_id}'))),
);
