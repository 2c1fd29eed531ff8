import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import type { Language } from '#i18n/locale.ts';
import { everyMessage, type Message } from '../test/world/every-message.ts';

/** All that a message can say: its words, each variant of a plural included, without its arguments. */
function wordsOf(elements: MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return wordsOf(element.children);
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return 'x';
      return Object.values(element.options)
        .map(({ value }) => wordsOf(value))
        .join(' ');
    })
    .join('');
}

/** The messages in which a pattern is found; ICU's own syntax left out. */
const holding = (messages: Message[], pattern: RegExp) =>
  messages.filter(([, text]) => pattern.test(wordsOf(parse(text)))).map(([path]) => path);

/** What must not be found in a language, by what the rule asks for. */
const mistakes: Record<Language, Record<string, RegExp>> = {
  en: {
    'no space before a mark': /\s[:;?!,.]/,
    'no guillemets': /[«»]/,
  },
  fr: {
    // A colon inside an address stands before no space.
    'a non-breaking space before a colon': /[^\u00a0]:(?=\s|$)/,
    'no space before ? ! and ;': /[\s\u00a0\u202f][?!;]/,
    'guillemets, with non-breaking spaces inside': /«(?!\u00a0)|(?<!\u00a0)»|[“”„]/,
  },
};

describe.each(everyMessage)('the typography in $language', ({ language, messages }) => {
  it('has curly apostrophes and quotes', () => {
    expect(holding(messages, /['"]/)).toEqual([]);
    // ICU takes a straight apostrophe for its own syntax, so the parsed words do not show it.
    expect(messages.filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it.each(Object.entries(mistakes[language]))('has %s', (_, mistake) => expect(holding(messages, mistake)).toEqual([]));
});

it.each<[Language, string, string]>([
  ['en', 'no space before a mark', 'Really ?'],
  ['en', 'no guillemets', '«x»'],
  ['fr', 'a non-breaking space before a colon', 'Deux points : ici'],
  ['fr', 'a non-breaking space before a colon', 'Fin :'],
  ['fr', 'no space before ? ! and ;', 'Vraiment ?'],
  ['fr', 'guillemets, with non-breaking spaces inside', '«x»'],
])('the rule in %s of %s finds %j', (language, rule, text) =>
  expect(holding([['a', text]], mistakes[language][rule] ?? /^$/)).toEqual(['a']),
);
