import { existsSync, globSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBuildNeeded } from '../../demo/build-state.ts';
import { words } from '../../demo/recipient/words.ts';
import { discardServer, newDirectory, repository, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { call } from '../support/http-call.ts';
import { recipientOf, writeRegistry } from '../support/registry.ts';

test('no callback of a registry opens a page that is not the product’s, and the first address is the dashboard', async () => {
  const registry = writeRegistry((sample) => {
    recipientOf(sample, 'budget-buddy').redirect_uris = ['http://127.0.0.1/demo/callback'];
  });
  const accord = await startServer({ registry });
  for (const path of ['/demo', '/demo/start', '/demo/callback', '/demo/result'])
    expect((await call(accord.origin, { path })).status, path).toBe(404);
  expect(await call(accord.origin, { path: '/' })).toMatchObject({ status: 303, headers: { location: '/consents' } });
  await discardServer(accord);
});

test('the first address leads where ACCORD_HOME says', async () => {
  const accord = await startServer({ variables: { ACCORD_HOME: 'https://bank.example/online?from=accord' } });
  const { status, headers } = await call(accord.origin, { path: '/' });
  expect({ status, location: headers.location }).toEqual({
    status: 303,
    location: 'https://bank.example/online?from=accord',
  });
  await discardServer(accord);
});

test('the production build holds nothing of the demo', () => {
  const built = globSync('.next/{server,standalone,static}/**/*.{js,html,json,css}', {
    cwd: repository,
    withFileTypes: true,
    exclude: ({ name }) => name === 'node_modules',
  })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(built.length).toBeGreaterThan(20);
  const foreign = [words.en.title, words.en.lead, words.en.meanings.invalid_scope, '-demo-secret', 'demo/recipient'];
  const found = built.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return foreign.filter((text) => source.includes(text)).map((text) => `${file}: ${text}`);
  });
  expect(found).toEqual([]);
  expect(existsSync(join(repository, '.next/standalone/demo'))).toBe(false);
});

test('neither of the two imports the other', () => {
  const importsIn = (pattern: string) =>
    globSync(pattern, { cwd: repository }).flatMap((file) =>
      [...readFileSync(join(repository, file), 'utf8').matchAll(/(?:from|import\() ?'([^']+)'/g)].map(
        ([, imported = '']) => `${file} ${imported}`,
      ),
    );
  const ofProduct = importsIn('{app,components,i18n,lib,messages}/**/!(*.test).{ts,tsx}');
  const ofDemo = importsIn('demo/**/*.ts');
  expect(ofProduct.length).toBeGreaterThan(100);
  expect(ofDemo.length).toBeGreaterThan(20);
  expect(ofProduct.filter((line) => /[ /]demo\//.test(line))).toEqual([]);
  expect(ofDemo.filter((line) => / (#|[./]*\/(app|components|i18n|lib|messages)\/)/.test(line))).toEqual([]);
});

test('the demo builds when a source of the product is newer than the build, and for nothing else', () => {
  const root = newDirectory();
  const write = (path: string, second: number) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    utimesSync(file, second, second);
  };
  expect(isBuildNeeded(root)).toBe(true);
  write('.next/BUILD_ID', 100);
  for (const path of ['app/route.ts', 'demo/start.ts', 'e2e/fixtures.ts', 'package-lock.json']) write(path, 50);
  expect(isBuildNeeded(root)).toBe(false);
  for (const path of ['demo/start.ts', 'demo/registry.json', 'e2e/fixtures.ts', 'README.md']) {
    write(path, 150);
    expect(isBuildNeeded(root), path).toBe(false);
  }
  const sources = ['app/page.tsx', 'components/a.css', 'lib/a/b.ts', 'i18n/request.ts', 'messages/en.json', 'proxy.ts'];
  for (const path of [...sources, 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'package-lock.json']) {
    write(path, 150);
    expect(isBuildNeeded(root), path).toBe(true);
    write(path, 50);
  }
});
