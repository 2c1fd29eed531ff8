import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The rules of docs/security.md: what stands below each is its tests, or says why there are none. */
const rules = read('docs/security.md')
  .split(/^- (?=\*\*[A-Z]+\d+\*\*)/m)
  .slice(1)
  .map((text) => ({
    id: /^\*\*(\w+)\*\*/.exec(text)?.[1] ?? '',
    tests: [...text.matchAll(/^ {2}- `([^`]+)`: "(.+)"$/gm)].map(([, file = '', title = '']) => ({ file, title })),
    isBuilt: !/^ {2}- Not built\b/m.test(text),
    holders: (/^ {2}- Held by ([^.]+)\.$/m.exec(text)?.[1] ?? '').match(/[ACKTO]\d{1,2}/g) ?? [],
  }));
const ids = rules.map(({ id }) => id);

/** The ids that a title begins with, as in `K2 T5 whatever does not fit …`. */
const idsOf = (title: string) => /^(?:[ACKTO]\d{1,2} )+/.exec(title)?.[0].trim().split(' ') ?? [];
const literals = /(?<=[([\s,])(['"`])((?:[ACKTO]\d{1,2} )(?:(?!\1).)*)\1/g;
const titlesIn = (file: string) => [...read(file).matchAll(literals)].map(([, , title = '']) => title);

const tests = globSync(['{i18n,lib,messages,test}/**/*.test.ts', 'e2e/**/*.spec.ts'], { cwd: root });
const cited = tests.flatMap((file) => titlesIn(file).flatMap((title) => idsOf(title).map((id) => ({ file, id }))));

describe('the list of security rules', () => {
  it('has each rule once, in order', () => {
    const counted: Record<string, number> = {};
    const expected = ids.map((id) => {
      const kind = id.slice(0, 1);
      counted[kind] = (counted[kind] ?? 0) + 1;
      return `${kind}${counted[kind]}`;
    });
    expect(ids.length).toBeGreaterThan(80);
    expect(ids).toEqual(expected);
  });

  it('has every rule that the title of a test cites', () => {
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  it('has every rule that a comment cites', () => {
    const sources = globSync(['{app,components,i18n,lib,server,demo}/**/*.{ts,tsx,js}', '*.{ts,js}'], { cwd: root });
    const mentions = sources.flatMap((file) => [
      ...read(file).matchAll(/SECURITY ([A-Z]+\d+)(?:(?:,| to| and) ([A-Z]+\d+))?/g),
    ]);
    expect(mentions.length).toBeGreaterThan(3);
    expect(mentions.flatMap(([, ...named]) => named).filter((id) => id && !ids.includes(id))).toEqual([]);
  });
});

describe.each(rules)('the rule $id', ({ id, tests, isBuilt, holders }) => {
  it('names its tests, or says why there are none', () => {
    expect([tests.length > 0, !isBuilt, holders.length > 0].filter(Boolean)).toHaveLength(1);
  });

  it('is tested where it says so', () => {
    const missing = tests.filter(
      ({ file, title }) =>
        !existsSync(join(root, file)) || !titlesIn(file).includes(title) || !idsOf(title).includes(id),
    );
    expect(missing).toEqual([]);
    expect(holders.filter((holder) => !ids.includes(holder))).toEqual([]);
  });
});

describe.each(rules.filter(({ isBuilt }) => !isBuilt))('the rule $id, which is not built', ({ id }) => {
  it('is cited by no test', () => {
    expect(cited.filter((citation) => citation.id === id)).toEqual([]);
  });
});
