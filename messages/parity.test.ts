import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { dataClusters } from '#lib/oauth/scope.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** Every message under its path, such as `Consent.lead`. */
function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

const english = flatten(en);
const french = flatten(fr);
const frenchOf = new Map(french);
const both = english.map(([path, text]) => [path, text, frenchOf.get(path) ?? ''] as const);

/** The arguments of a message with their kinds, such as `minutes: plural`. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.select:
      case TYPE.plural: {
        const inner = Object.values(element.options).flatMap(({ value }) => argumentsOf(value));
        return [`${element.value}: ${TYPE[element.type]}`, ...inner];
      }
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      default:
        return [`${element.value}: ${TYPE[element.type]}`];
    }
  });
  return [...new Set(found)].sort();
}

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

// Meant to be the same in both languages; each with a reason.
const same: string[] = [];

describe('the messages', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(french.map(([path]) => path)).toEqual(english.map(([path]) => path));
  });

  it('have the same arguments in both languages', () => {
    for (const [path, text, translated] of both)
      expect(argumentsOf(parse(translated)), path).toEqual(argumentsOf(parse(text)));
  });

  it('are translated, all of them', () => {
    expect(both.filter(([path, text, translated]) => text === translated && !same.includes(path))).toEqual([]);
  });

  it('are never empty, and have no space too many', () => {
    for (const [path, text] of [...english, ...french]) {
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/^\s|\s$|\s\s/);
    }
  });

  it('name every data cluster by title, fields and a short name', () => {
    for (const messages of [en, fr])
      for (const cluster of dataClusters)
        expect(messages.Cluster[cluster]).toMatchObject({
          short: expect.stringMatching(/./),
          title: expect.stringMatching(/./),
          fields: expect.stringMatching(/\.$/),
        });
  });

  it('name no cluster alike, so that a customer can tell them apart', () => {
    for (const messages of [en, fr])
      for (const field of ['short', 'title', 'fields'] as const)
        expect(new Set(dataClusters.map((cluster) => messages.Cluster[cluster][field])).size).toBe(dataClusters.length);
  });
});

/** The messages in which a pattern is found; ICU's own syntax left out. */
const holding = (messages: [string, string][], pattern: RegExp) =>
  messages.filter(([, text]) => pattern.test(wordsOf(parse(text)))).map(([path]) => path);

// A colon inside an address stands before no space.
const colonWithoutSpace = /[^\u00a0]:(?=\s|$)/;
const markWithSpace = /[\s\u00a0\u202f][?!;]/;
const foreignQuotes = /«(?!\u00a0)|(?<!\u00a0)»|[“”„]/;

describe('the typography', () => {
  it('has curly apostrophes and quotes in both languages', () => {
    expect(holding([...english, ...french], /['"]/)).toEqual([]);
    // ICU takes a straight apostrophe for its own, so that it would not be seen above.
    expect([...english, ...french].filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  it('of French has a non-breaking space before a colon', () => {
    expect(holding(french, colonWithoutSpace)).toEqual([]);
  });

  it('of French has no space before ? ! and ;', () => {
    expect(holding(french, markWithSpace)).toEqual([]);
  });

  it('of French has guillemets, with non-breaking spaces inside', () => {
    expect(holding(french, foreignQuotes)).toEqual([]);
  });

  it('of English has no space before a mark, and no guillemets', () => {
    expect(holding(english, /\s[:;?!,.]|[«»]/)).toEqual([]);
  });

  it('is checked by patterns that find what they are for', () => {
    const wrong: [string, string][] = [
      ['a', 'Deux points : ici'],
      ['b', 'Fin :'],
      ['c', 'Vraiment ?'],
      ['d', '«x»'],
    ];
    expect(holding(wrong, colonWithoutSpace)).toEqual(['a', 'b']);
    expect(holding(wrong, markWithSpace)).toEqual(['c']);
    expect(holding(wrong, foreignQuotes)).toEqual(['d']);
  });
});
