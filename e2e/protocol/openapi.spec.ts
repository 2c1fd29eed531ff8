import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repository, type Server } from '../servers/server.ts';
import { authorizationQuery, authorizePath } from '../support/authorization-request.ts';
import { expect, test } from '../support/fixtures.ts';
import { budgetBuddy, grant, mapleApi, mapleOperations } from '../support/granted.ts';
import { call } from '../support/http-call.ts';

interface Described {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: { schemas: Record<string, object>; securitySchemes: { session: { name: string } } };
}

const describe = async ({ origin }: Server): Promise<Described> =>
  JSON.parse((await call(origin, { path: '/openapi.json' })).text);

const basicOf = (credentials: [string, string]) => `Basic ${btoa(credentials.map(encodeURIComponent).join(':'))}`;

// Where proxy.ts leads by itself; nobody else knows these addresses.
const behindTheDoor: Record<string, string> = { '/authorize/posted': '/authorize', '/sign-in/bank': '/sign-in' };

test('O1 the document names every address that is served, by the methods that are answered', async ({ accord }) => {
  const { paths } = await describe(accord);
  const files = globSync(['app/**/{route,page}.{ts,tsx}', 'app/.well-known/**/route.ts'], { cwd: repository });
  const served: string[] = [];
  for (const file of files) {
    const path = file.replace(/^app|\/(route|page)\.tsx?$/g, '').replaceAll(/\[(\w+)\]/g, '{$1}') || '/';
    for (const method of await methodsOf(accord, file, path))
      served.push(`${method.toLowerCase()} ${behindTheDoor[path] ?? path}`);
  }
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );
  expect(new Set(described)).toEqual(new Set(served.filter((operation) => operation !== 'get /problem')));
});

test('O1 the document names the cookie of a session as it is set', async ({ accord, visitor }) => {
  await visitor.signIn('noah');
  const { components } = await describe(accord);
  const { name } = components.securitySchemes.session;
  expect([...visitor.cookies.keys()]).toContain(name.replace('{provider_id}', '1000'));
});
/** Whether a page, or the frame around it, has forms that are answered at its address. */
function hasActions(file: string): boolean {
  const frame = join(file.split('/').slice(0, 2).join('/'), 'layout.tsx');
  return [file, frame]
    .map((part) => join(repository, part))
    .some((path) => existsSync(path) && /\/actions\.ts'/.test(readFileSync(path, 'utf8')));
}

/** What is answered at an address: of machines what it allows itself, of people what the file exports. */
async function methodsOf({ origin }: Server, file: string, path: string): Promise<string[]> {
  if (file.includes('/page.')) return hasActions(file) ? ['GET', 'POST'] : ['GET'];
  const source = readFileSync(join(repository, file), 'utf8');
  if (source.includes('routeHandler(')) {
    const { headers } = await call(origin, { method: 'PATCH', path: path.replace('{id}', 'x') });
    return String(headers.allow)
      .split(', ')
      .filter((method) => method !== 'HEAD');
  }
  const exported = (method: string) => new RegExp(`export (const|async function|function) ${method}\\b`);
  return ['GET', 'POST', 'PUT'].filter((method) => exported(method).test(source));
}

test('O1 real answers, good and bad, are as the document says', async ({ accord }) => {
  const document = await describe(accord);
  const granted = await grant(accord);
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const [recipient, operator, api] = [budgetBuddy, mapleOperations, mapleApi].map((one) => basicOf([one[0], one[1]]));
  const consent = '/fdx/v6/consents/{id}';
  const because = JSON.stringify({ reason: 'USER_ACTION', initiator: 'INDIVIDUAL' });
  const calls: [status: number, method: string, path: string, as?: string, body?: string, id?: string][] = [
    [200, 'get', '/jwks'],
    [200, 'get', '/health'],
    [200, 'get', '/health/live'],
    [200, 'get', '/health/ready'],
    [200, 'get', '/openapi.json'],
    [200, 'get', '/.well-known/oauth-authorization-server'],
    [400, 'get', '/authorize'],
    [303, 'get', '/'],
    [200, 'get', '/consents'],
    [404, 'get', '/consents/{id}', undefined, undefined, 'none'],
    [303, 'get', '/sign-in/callback/{provider}'],
    [303, 'get', '/sign-out/callback'],
    [200, 'get', '/sign-out'],
    [400, 'get', '/sign-in'],
    [303, 'post', '/authorize', undefined, authorizationQuery().toString()],
    [413, 'post', '/authorize', undefined, `state=${'x'.repeat(20_000)}`],
    [200, 'post', '/token', recipient, form({ grant_type: 'refresh_token', refresh_token: granted.refreshToken })],
    [200, 'post', '/token', operator, form({ grant_type: 'client_credentials' })],
    [400, 'post', '/token', recipient, form({ grant_type: 'authorization_code' })],
    [401, 'post', '/token', 'Basic eDp5', form({ grant_type: 'authorization_code' })],
    [413, 'post', '/token', recipient, form({ code: 'x'.repeat(20_000) })],
    [201, 'post', '/par', recipient, authorizationQuery().toString()],
    [400, 'post', '/par', recipient, form({})],
    [401, 'post', '/par', 'Basic eDp5', form({})],
    [200, 'post', '/introspect', api, form({ token: granted.accessToken })],
    [200, 'post', '/introspect', recipient, form({ token: granted.accessToken })],
    [200, 'post', '/introspect', api, form({ token: 'nonsense' })],
    [401, 'post', '/introspect', 'Basic eDp5', form({ token: 'nonsense' })],
    [200, 'post', '/revoke', recipient, form({ token: 'nonsense' })],
    [400, 'post', '/revoke', recipient, form({})],
    [200, 'get', consent, recipient],
    [200, 'get', consent, operator],
    [401, 'get', consent],
    [403, 'get', consent, api],
    [404, 'get', consent, recipient, undefined, 'none'],
    [200, 'get', `${consent}/revocation`, operator],
    [400, 'put', `${consent}/revocation`, operator, '{}'],
    [204, 'put', `${consent}/revocation`, operator, because],
    [409, 'put', `${consent}/revocation`, operator, because],
    [200, 'get', `${consent}/revocation`, operator],
    [200, 'get', consent, operator],
  ];
  for (const [status, method, path, as, body, id = granted.consentId] of calls) {
    const answer = await call(accord.origin, {
      method: method.toUpperCase(),
      path: path.replace('{id}', id).replace('{provider}', '1000'),
      headers: {
        ...(as && { authorization: as }),
        ...(body !== undefined && {
          'content-type': method === 'put' ? 'application/json' : 'application/x-www-form-urlencoded',
        }),
      },
      ...(body !== undefined && { body }),
    });
    const what = `${method} ${path} ${status}`;
    expect(answer.status, what).toBe(status);
    const described = document.paths[path]?.[method]?.responses[String(status)];
    expect(described, what).toBeDefined();
    const [type = '', media] = Object.entries(described?.content ?? {})[0] ?? [];
    expect(answer.headers['content-type'] ?? '', what).toContain(type);
    if (type.endsWith('json')) validate(document, media?.schema ?? {}, JSON.parse(answer.text), what);
  }
  const { status } = await call(accord.origin, { path: authorizePath() });
  expect(document.paths['/authorize']?.get?.responses).toHaveProperty(String(status));
});

/** Validates by the served document alone: the referenced schema, read back from JSON. */
function validate({ components }: Described, schema: object, value: unknown, what: string): void {
  const name =
    String((schema as { $ref?: string }).$ref)
      .split('/')
      .at(-1) ?? '';
  const { error } = z.fromJSONSchema(components.schemas[name] as never).safeParse(value);
  expect(error?.issues ?? [], what).toEqual([]);
}
