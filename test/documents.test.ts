import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync(['README.md', 'CONTRIBUTING.md', 'bench/README.md', 'docs/**/*.md'], { cwd: root });
const { dependencies, devDependencies, scripts } = JSON.parse(read('package.json'));

const names = new Set(
  globSync(['*', '{app,bench,components,demo,docs,e2e,i18n,lib,messages,public,scripts,server,test}/**'], {
    cwd: root,
  }).map((path) => basename(path)),
);

/** What is written as a path of this repository, such as `lib/oauth/pkce.ts` or `app/`. */
const pathsIn = (text: string) =>
  [
    ...text.matchAll(
      /`((?:app|bench|components|demo|docs|e2e|i18n|lib|messages|public|scripts|server|test)\/[^`\n]*)`/g,
    ),
  ].map(([, path = '']) => path);

/** What is written as the name of a file, wherever it is: `server.js`. */
const fileNamesIn = (text: string) =>
  [...text.matchAll(/`(\w[\w.-]*\.(?:js|json|ts|tsx|mjs|md))`/g)].map(([, name = '']) => name);

const linksIn = (text: string) =>
  [...text.matchAll(/\]\((?!\w+:|#)([^)#]+)|<img src="([^"]+)"/g)].map(([, link, image]) => link ?? image ?? '');

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names only files and rooms that there are', () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(fileNamesIn(text).filter((name) => !names.has(name))).toEqual([]);
  });

  it('links only to what is there', () => {
    expect(linksIn(text).filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });

  it('names only commands that there are', () => {
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the length of', () => {
  const mostLines = { 'README.md': 150, 'CONTRIBUTING.md': 50 };

  it.each(Object.entries(mostLines))('%s is at most %i lines', (document, most) => {
    expect(read(document).trimEnd().split('\n').length).toBeLessThanOrEqual(most);
  });
});

describe('the README', () => {
  const text = read('README.md');
  const section = (title: string) => text.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

  it('has lines that fit a screen', () => {
    expect(text.split('\n').filter((line) => line.length > 130)).toEqual([]);
  });

  it('says of every dependency why it is there, and of no other', () => {
    const listed = [...section('Dependencies').matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(listed.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it('says of every room of lib what is in it', () => {
    const listed = pathsIn(section('The rooms')).filter((path) => /^lib\/[\w-]+\/$/.test(path));
    const rooms = globSync('lib/*/', { cwd: root }).map((room) => `${room.replace(/\/$/, '')}/`);
    expect(listed.sort()).toEqual(rooms.sort());
  });

  it('names a test beside a file only where there is one', () => {
    const rows = section('Standards')
      .split('\n')
      .filter((row) => /\| beside/.test(row));
    const tested = rows.flatMap((row) => pathsIn(row).filter((path) => /^(lib|i18n)\//.test(path)));
    expect(tested.length).toBeGreaterThan(10);
    expect(tested.filter((path) => !existsSync(join(root, path.replace(/\.ts$/, '.test.ts'))))).toEqual([]);
  });
});
