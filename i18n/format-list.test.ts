import { describe, expect, it } from 'vitest';
import { formatList } from './format-list.ts';

describe('a list', () => {
  it.each([
    ['en', 'a, b and c'],
    ['fr', 'a, b et c'],
  ] as const)('in %s is %j', (language, text) => expect(formatList(language, ['a', 'b', 'c'])).toBe(text));

  it('of one is that one', () => expect(formatList('fr', ['a'])).toBe('a'));
});
