import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sources = globSync('lib/**/*.ts', { exclude: ['**/*.test.ts', '**/*.d.ts'] });
const codeOf = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
const importsOf = (path: string) => [...codeOf(path).matchAll(/ from '([^']+)'/g)].map(([, from]) => String(from));

/** Who may ask for the process's database or the time, and why. */
const exceptions: Record<string, string> = {
  'lib/process/': 'the clock itself',
  'lib/storage/failures.ts': 'rate-limiter-flexible hands no time on to its stores',
  'lib/start-up/': 'begins the process, as app begins a request',
};
const reaching = sources.filter((path) => /(?<![\w.])(database|now)\(\)|\bDate\.now\(\)/.test(codeOf(path)));

describe('a function of lib', () => {
  it('is given its database and its time, and never reaches for them', () => {
    const allowed = Object.keys(exceptions);
    expect(reaching.filter((path) => !allowed.some((room) => path.startsWith(room)))).toEqual([]);
  });

  it.each(Object.keys(exceptions))('has an exception in %s that is still needed', (room) => {
    expect(reaching.some((path) => path.startsWith(room))).toBe(true);
  });
});

describe('the rooms of lib', () => {
  /** Rooms below a room: what they need not know. */
  const above: Record<string, string[]> = {
    keys: ['clients', 'consent', 'tokens', 'authorization', 'disclosure'],
    clients: ['consent', 'tokens', 'fdx', 'authorization', 'disclosure'],
    consent: ['tokens', 'fdx', 'clients', 'authorization', 'disclosure'],
    tokens: ['fdx', 'authorization', 'disclosure', 'sign-in'],
  };

  it.each(Object.entries(above))('%s imports nothing of what stands above it', (room, unknown) => {
    const foreign = sources
      .filter((path) => path.startsWith(`lib/${room}/`))
      .flatMap((path) => importsOf(path).map((from) => `${path} imports ${from}`))
      .filter((line) => unknown.some((other) => line.includes(` ../${other}/`)));
    expect(foreign).toEqual([]);
  });

  it('hold files of at most 150 lines and 8 imports', () => {
    const measured =
      /^lib\/(tokens|consent|clients|fdx|evidence|keys|housekeeping|log|oauth|disclosure|registry|openapi)\//;
    const tooMuch = sources
      .filter((path) => measured.test(path))
      .map((path) => ({
        path,
        lines: readFileSync(path, 'utf8').split('\n').length - 1,
        imports: importsOf(path).length,
      }))
      .filter(({ lines, imports }) => lines > 150 || imports > 8);
    expect(tooMuch).toEqual([]);
  });
});
