import { expect, it } from 'vitest';
import { openApiDocument } from './document.ts';
import { requestParameters } from './request-parameters.ts';

const issuer = 'https://consent.maple.example';
const document = openApiDocument(issuer, 'accord');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

it.each(operations)('%s says what it is for and for whom, and what each answer means', (_, operation) => {
  expect(operation.summary).not.toBe('');
  expect(operation.description).toContain(operation.summary);
  expect(document.tags.map(({ name }) => name)).toContain(operation.tags[0]);
  expect(operation.security).toBeInstanceOf(Array);
  for (const [status, { description }] of Object.entries(operation.responses)) expect(description, status).not.toBe('');
});

it('names each operation once, by letters and digits', () => {
  const ids = operations.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(['postToken', 'getFdxV6ConsentsId', 'get']));
  expect(ids.filter((id) => !/^[a-z][a-zA-Z0-9]*$/.test(id))).toEqual([]);
});

type Fields = Record<string, { description?: string; examples?: string[] }>;
const formOf = (name: string) => {
  const body = operations.find(([operation]) => operation === name)?.[1].requestBody;
  const media = body?.content as Record<string, { schema: { properties: Fields; required?: string[] } }> | undefined;
  return media?.['application/x-www-form-urlencoded']?.schema;
};

it.each([
  ['post /token', ['grant_type']],
  ['post /par', ['response_type', 'redirect_uri']],
  ['post /revoke', ['token']],
  ['post /introspect', ['token']],
])('%s describes each field with an example, and demands %j', (name, required) => {
  const form = formOf(name);
  expect(form?.required).toEqual(required);
  for (const [field, { description, examples }] of Object.entries(form?.properties ?? {}))
    expect({ field, isDescribed: !!description && !!examples?.[0] }).toEqual({ field, isDescribed: true });
});

it('describes every parameter of a request', () => {
  expect(Object.keys(formOf('post /authorize')?.properties ?? {})).toEqual(requestParameters);
});

it('has OAuth as a scheme, at the addresses of this server', () => {
  const { oauth2 } = document.components.securitySchemes;
  expect(oauth2.flows.clientCredentials).toMatchObject({ tokenUrl: `${issuer}/token` });
  expect(oauth2.flows.authorizationCode.authorizationUrl).toBe(`${issuer}/authorize`);
  expect(document.paths['/fdx/v6/consents/{id}']?.get?.security).toEqual([{ basic: [] }, { oauth2: ['fdx:consents'] }]);
});
