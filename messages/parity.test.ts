import { readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { everyMessage } from '../test/world/every-message.ts';

// The forms of a name that a language asks for are its own (lib/registry/name.ts).
const formless = (argument: string) => argument.replace(/^(?:the|The|of|to)_/, '');

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
        return [`${formless(element.value)}: ${TYPE[element.type]}`];
    }
  });
  return [...new Set(found)].sort();
}

const english = everyMessage.find(({ language }) => language === 'en')?.messages ?? [];
const others = everyMessage.filter(({ language }) => language !== 'en');

describe.each(others)('the messages in $language', ({ messages }) => {
  const translations = new Map(messages);

  it('have the keys of English, in the same order', () => {
    expect(messages.map(([path]) => path)).toEqual(english.map(([path]) => path));
  });

  it('have the arguments of English', () => {
    for (const [path, text] of english)
      expect(argumentsOf(parse(translations.get(path) ?? '')), path).toEqual(argumentsOf(parse(text)));
  });

  it('are translated, all of them', () => {
    expect(english.filter(([path, text]) => translations.get(path) === text)).toEqual([]);
  });
});

it.each(everyMessage)('the messages in $language are never empty, and have no space too many', ({ messages }) => {
  for (const [path, text] of messages) {
    expect(text, path).not.toBe('');
    expect(text, path).not.toMatch(/^\s|\s$|\s\s/);
  }
});

it('the types of the messages are those of English as it is now (npm run messages)', () => {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  expect(read('en.d.json.ts')).toContain(`declare const messages: ${read('en.json').trim()};`);
});
