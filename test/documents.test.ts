import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync(['README.md', 'CONTRIBUTING.md', 'bench/README.md', 'docs/**/*.md'], { cwd: root });
const { dependencies, devDependencies, scripts } = JSON.parse(read('package.json'));

/** What is written as a path of this repository: `lib/oauth/pkce.ts`, `app/`, `server.js`. */
function pathsIn(text: string): string[] {
  const rooms = /^(app|bench|components|demo|docs|e2e|i18n|lib|messages|public|scripts|server|test)\//;
  const files = /^[\w.-]+\.(js|json|ts|tsx|mjs|md)$/;
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return quoted.filter((code) => rooms.test(code) || (files.test(code) && !code.startsWith('.')));
}

const linksIn = (text: string) =>
  [...text.matchAll(/\]\((?!\w+:|#)([^)#]+)|<img src="([^"]+)"/g)].map(([, link, image]) => link ?? image ?? '');

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names only files and rooms that there are', () => {
    const near = (path: string) => [path, join(dirname(document), path)].some((place) => existsSync(join(root, place)));
    expect(pathsIn(text).filter((path) => !near(path))).toEqual([]);
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
    const listed = [...section('Dependencies').matchAll(/^\| (.+?) \|/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(listed.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  });

  it('says of every room of lib what is in it', () => {
    const listed = pathsIn(section('The rooms')).filter((path) => /^lib\/[\w-]+\/$/.test(path));
    const rooms = globSync('lib/*/', { cwd: root }).map((room) => `${room.replace(/\/$/, '')}/`);
    expect(listed.sort()).toEqual(rooms.sort());
  });

  it('names a test beside a file only where there is one', () => {
    const rows = section('Standards').split('\n').filter((row) => /\| beside/.test(row));
    const tested = rows.flatMap((row) => pathsIn(row).filter((path) => /^(lib|i18n)\//.test(path)));
    expect(tested.length).toBeGreaterThan(10);
    expect(tested.filter((path) => !existsSync(join(root, path.replace(/\.ts$/, '.test.ts'))))).toEqual([]);
  });
});
