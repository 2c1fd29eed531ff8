import { z } from 'zod';
import type { Operation } from './operation.ts';
import { paths } from './paths.ts';
import { type SchemaName, schemas } from './schemas.ts';

const reasons: Record<number, string> = {
  200: 'As asked',
  201: 'Kept under the address that is given',
  204: 'Done',
  303: 'On to another address',
  400: 'The request is not as it must be',
  401: 'The caller is not known',
  403: 'The caller may not do that',
  404: 'There is no such thing, or it is another’s',
  409: 'It has ended already',
  411: 'The length is not said',
  413: 'Too large',
  414: 'The address is too long',
  429: 'Too many failures; wait for Retry-After seconds',
  503: 'Try again in a moment',
};

/** The OpenAPI 3.1 document of everything that is served at an issuer. */
export function openApiDocument(issuer: string) {
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
        Object.fromEntries(Object.entries(operations).map(([method, operation]) => [method, write(path, operation)])),
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
          name: 'accord',
          description: 'A customer who is signed in, in a browser',
        },
      },
    },
  };
}

// The document says once which dialect its schemas are in.
function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>) {
  return schema;
}

function write(path: string, { summary, callers, form, json, query, answers }: Operation) {
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
  ];
  const fields = Object.fromEntries((form ?? []).map((name) => [name, { type: 'string' }]));
  const type = answers[200] === 'page' ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const body = form
    ? { [type]: { schema: { type: 'object', properties: fields } } }
    : json && { 'application/json': { schema: reference(json) } };
  return {
    summary,
    ...(callers && { security: callers.map((name) => ({ [name]: [] })) }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        { description: reasons[Number(status)] ?? '', ...contentOf(answer) },
      ]),
    ),
  };
}

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

function contentOf(answer: Operation['answers'][number]) {
  switch (answer) {
    case 'nothing':
      return {};
    case 'redirect':
      return { headers: { Location: { schema: { type: 'string' } } } };
    case 'page':
      return { content: { 'text/html': { schema: { type: 'string' } } } };
    case 'file':
      return { content: { 'application/jose': { schema: { type: 'string' } } } };
    default:
      return {
        content: {
          [answer === 'Jwks' ? 'application/jwk-set+json' : 'application/json']: { schema: reference(answer) },
        },
      };
  }
}
