import { z } from 'zod';
import { paths } from './paths.ts';
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
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: issuer }],
    paths: Object.fromEntries(
      Object.entries(paths).map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries(operations).map(([method, operation]) => [method, writeOperation(path, operation)]),
        ),
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, withoutDialect(z.toJSONSchema(schema))]),
      ),
      securitySchemes: {
        basic: { type: 'http', scheme: 'basic', description: 'The client’s id and secret (RFC 6749 §2.3.1)' },
        bearer: { type: 'http', scheme: 'bearer', description: 'A client’s own token, scope fdx:consents' },
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

// The document says once which dialect its schemas are in.
function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>) {
  return schema;
}
