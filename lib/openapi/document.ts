import { z } from 'zod';
import { dataClusters } from '../oauth/scope.ts';
import { groupOf, groups, paths } from './paths.ts';
import { schemas } from './schemas.ts';
import { writeOperation } from './write-operation.ts';

/** The OpenAPI 3.1 document of everything that is served at an issuer, where sessions are kept in cookies of that name. */
export function openApiDocument(issuer: string, sessionCookie: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Accord',
      version: '1',
      description: 'Consent screen and OAuth authorization server of open banking, in English and French.',
      contact: { name: 'Whoever runs this server', url: issuer },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: issuer }],
    tags: Object.entries(groups).map(([name, { description }]) => ({ name, description })),
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => [
            method,
            { ...namesOf(method, path, operation.summary), ...writeOperation(path, operation) },
          ]),
        ),
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, withoutDialect(z.toJSONSchema(schema))]),
      ),
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic', description: 'The client’s id and secret (RFC 6749 §2.3.1)' },
        oauth2: {
          type: 'oauth2',
          description: 'A client’s own token for the consents; what a customer allows is opened by a code',
          flows: {
            clientCredentials: {
              tokenUrl: `${issuer}/token`,
              scopes: { 'fdx:consents': 'The consents of the client' },
            },
            authorizationCode: {
              authorizationUrl: `${issuer}/authorize`,
              tokenUrl: `${issuer}/token`,
              refreshUrl: `${issuer}/token`,
              scopes: Object.fromEntries(dataClusters.map((cluster) => [cluster, `FDX data cluster ${cluster}`])),
            },
          },
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description:
            'A customer who is signed in, in a browser; a cookie for each bank, with its provider_id in the name',
        },
      },
    },
  };
}

/** What an operation is called: by programs, in a list, and in a sentence that says whom it is for. */
function namesOf(method: string, path: string, summary: string) {
  const words = `${method}/${path}`.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '');
  const operationId = words.map((word, at) => (at ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('');
  const group = groupOf(path);
  return { operationId, tags: [group], description: `${summary}. ${groups[group].callers}` };
}

// The document says once which dialect its schemas are in.
function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>) {
  return schema;
}
