import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const repository = fileURLToPath(new URL('..', import.meta.url));
const sources = ['i18n', 'messages', 'lib', 'server', 'components'];

// A copy of the sources with a language for private use (ISO 639-2), `qaa`, whose words are English in brackets.
const copy = mkdtempSync(join(tmpdir(), 'accord-language-'));
const inCopy = (path: string) => join(copy, path);
const english = JSON.parse(readFileSync(join(repository, 'messages/en.json'), 'utf8'));

const inBrackets = (messages: object): object =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [key, typeof value === 'string' ? `[${value}]` : inBrackets(value)]),
  );
const writeMessages = (messages: object) => writeFileSync(inCopy('messages/qaa.json'), JSON.stringify(messages));

function change(path: string, from: RegExp, to: (found: string) => string) {
  const before = readFileSync(inCopy(path), 'utf8');
  writeFileSync(inCopy(path), before.replace(from, to));
  if (readFileSync(inCopy(path), 'utf8') === before) throw new Error(`${path} has nothing like ${from}`);
}

beforeAll(() => {
  for (const name of ['package.json', 'tsconfig.json', ...sources])
    cpSync(join(repository, name), inCopy(name), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), inCopy('node_modules'));
  // The one file and the one line.
  writeMessages(inBrackets(english));
  change('i18n/locale.ts', /^ {2}fr: .*$/m, (line) => `${line}\n${line.replaceAll('fr', 'qaa')}`);
  const probe = `import type { Localized } from '#lib/registry/localized.ts';
export const whole = { en: '', fr: '', qaa: '' } satisfies Localized;
// @ts-expect-error
export const lacking = { en: '', fr: '' } satisfies Localized;\n`;
  writeFileSync(inCopy('i18n/probe.ts'), probe);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the type checker says of a part of the copy; nothing when all is well. */
async function checkTypes(include: string[]): Promise<string> {
  const settings = { compilerOptions: { incremental: false, plugins: [] }, include, exclude: ['**/*.test.*'] };
  writeFileSync(inCopy('tsconfig.copy.json'), JSON.stringify({ extends: './tsconfig.json', ...settings }));
  const compiler = join(repository, 'node_modules/typescript/bin/tsc');
  const checked = run(process.execPath, [compiler, '--noEmit', '-p', 'tsconfig.copy.json'], { cwd: copy });
  return checked.then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );
}

/** What a script prints that runs in the copy. */
async function evaluate(script: string): Promise<unknown> {
  const flags = ['--no-warnings', '--input-type=module-typescript', '-e'];
  const { stdout } = await run(process.execPath, [...flags, `console.log(JSON.stringify(${script}))`], { cwd: copy });
  return JSON.parse(stdout);
}

describe('a third language, of one messages file and one line', () => {
  it('passes the type checker, and is one of those that a text must be in', async () => {
    expect(await checkTypes(sources)).toBe('');
  }, 60_000);

  it('is named by the type checker for each message that it lacks', async () => {
    const { cancel: _, ...signIn } = english.SignIn;
    writeMessages({ ...english, SignIn: signIn });
    const complaint = await checkTypes(['i18n']);
    writeMessages(inBrackets(english));
    expect(complaint).toContain('i18n/locale.ts');
    expect(complaint).toMatch(/Property '"?cancel"?' is missing/);
  });

  it('is asked for, switched to, and speaks', async () => {
    const script = `await (async () => {
      const { otherLanguages, readLanguage } = await import('#i18n/locale.ts');
      const { translator } = await import('#i18n/recorded-translator.ts');
      const asked = readLanguage(new URLSearchParams({ language: 'qaa' }));
      const others = otherLanguages('en');
      return { asked, others, names: others.map((other) => translator(other)('LanguageSwitch.name')) };
    })()`;
    expect(await evaluate(script)).toEqual({
      asked: 'qaa',
      others: ['fr', 'qaa'],
      names: ['Français', '[English]'],
    });
  });

  it('has a tag in the registry', async () => {
    const script = `await (async () => {
      const { provider } = await import('#lib/registry/provider.ts');
      const registered = { provider_id: '1', name: 'Maple Bank', sign_in: { type: 'sample' }, accounts: { type: 'sample' } };
      const { withArticle, ...name } = provider.parse({ ...registered, 'name#qaa': 'Banko Acero' }).name;
      return name;
    })()`;
    expect(await evaluate(script)).toMatchObject({ en: 'Maple Bank', fr: 'Maple Bank', qaa: 'Banko Acero' });
  });
});
