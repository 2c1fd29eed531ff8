import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { everyMessage } from '../test/world/every-message.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['app', 'components', 'demo', 'i18n', 'lib'];
const sources = rooms.flatMap((room) =>
  readdirSync(`${repository}${room}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(`${repository}${room}/${name}`, 'utf8')),
);

/** The paths that a source reads: `t('Consent.lead')`, or `t('lead')` of `useTranslations('Consent')`. `*` is one name. */
function pathsReadBy(source: string): string[] {
  const namespaces = [...source.matchAll(/(?:use|get)Translations\(\s*(?:'([\w.-]+)'|\{[^}]*namespace: '([\w.-]+)')/g)];
  const prefixes = ['', ...namespaces.map(([, short, long]) => `${short ?? long}.`)];
  const plain = [...source.matchAll(/'([\w.-]+)'/g)].map(([, path = '']) => path);
  const templates = [...source.matchAll(/`((?:[\w.-]|\$\{[^}`]+\})+)`/g)]
    .map(([, path = '']) => path.replaceAll(/\$\{[^}]+\}/g, '*'))
    // One that names nothing would read everything.
    .filter((path) => /\w\.\*|\*\.\w/.test(path));
  return prefixes.flatMap((prefix) => [...plain, ...templates].map((path) => prefix + path));
}

// What is said of an outcome is under its name, which is no word of the source that says it.
const namedByOutcome = ['Consent.problem', 'Dashboard.notice', 'Dashboard.receipt', 'SignIn.problem'];

const patterns = [...new Set([...sources.flatMap(pathsReadBy), ...namedByOutcome.map((path) => `${path}.*`)])];
const exact = new Set(patterns.filter((path) => !path.includes('*')));
const wild = patterns
  .filter((path) => path.includes('*'))
  .map((path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`));

it('no message is left that nothing reads', () => {
  const paths = everyMessage[0]?.messages.map(([path]) => path) ?? [];
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => !exact.has(path) && !wild.some((pattern) => pattern.test(path)))).toEqual([]);
});

it.each([
  [`t('Consent.lead')`, ['Consent.lead']],
  [`t(\`Problem.\${name}.title\`)`, ['Problem.*.title']],
  [`useTranslations('Consent'); t('lead')`, expect.arrayContaining(['Consent.lead'])],
  [
    `getTranslations({ locale, namespace: 'Problem' }); t(\`\${name}.title\`)`,
    expect.arrayContaining(['Problem.*.title']),
  ],
  [`\`\${everything}\``, []],
])('of a source, %s is read', (source, paths) => expect(pathsReadBy(source)).toEqual(paths));
