import { describe, expect, it } from 'vitest';
import { formatList } from './format-list.ts';

describe('a list', () => {
  it.each([
    ['en', 'and', 'a, b and c'],
    ['fr', 'and', 'a, b et c'],
    ['en', 'or', 'a, b or c'],
    ['fr', 'or', 'a, b ou c'],
    ['en', 'short', 'a, b, c'],
    ['fr', 'short', 'a, b et c'],
  ] as const)('in %s is joined by %s as %j', (language, joinedBy, text) =>
    expect(formatList(language, ['a', 'b', 'c'], joinedBy)).toBe(text),
  );

  it('of one is that one', () => expect(formatList('fr', ['a'])).toBe('a'));
});
