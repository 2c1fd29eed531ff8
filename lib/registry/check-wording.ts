import { readFileSync } from 'node:fs';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { languages, loadMessages } from '#i18n/locale.ts';
import type { Registry } from './registry.ts';
import { longText } from './text.ts';
import { pathFromRegistry } from './voice-of.ts';

/** What is wrong with the wordings of banks, each fault with the field of the registry and the key of the message. */
export async function checkWordings({ providers }: Registry, registryPath: string): Promise<string[]> {
  const ours = await Promise.all(languages.map(async (language) => textsOf(await loadMessages(language))));
  return [...providers.values()].flatMap(({ wording }, index) =>
    languages.flatMap((language) => {
      const path = wording[language];
      if (path === undefined) return [];
      const at = `providers[${index}].wording#${language}`;
      return checkWording(pathFromRegistry(path, registryPath), ours).map((fault) => `${at}: ${fault}`);
    }),
  );
}

function checkWording(path: string, ours: Map<string, string>[]): string[] {
  let texts: Map<string, string>;
  try {
    texts = textsOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch (fault) {
    return [`cannot be read: ${(fault as Error).message}`];
  }
  return [...texts].flatMap(([key, text]) => {
    const fault = faultOf(
      text,
      ours.map((messages) => messages.get(key)).filter((message) => message !== undefined),
    );
    return fault ? [`${key} ${fault}`] : [];
  });
}

/** What is wrong with words that are to stand for a message of ours, which is given in each language. */
function faultOf(text: string, messages: string[]): string | undefined {
  if (messages.length === 0) return 'is no message of ours';
  const readable = longText.safeParse(text);
  if (!readable.success) return 'must be 1 to 1,500 characters, and none that hides or reorders others';
  try {
    const known = new Set(messages.flatMap((message) => argumentsOf(parse(message))));
    const unknown = argumentsOf(parse(text)).find((argument) => !known.has(argument));
    return unknown && `asks for {${unknown}}, which this message is not given`;
  } catch (fault) {
    return `is no message that can be read: ${(fault as Error).message}`;
  }
}

/** The arguments of a message, and its tags, at any depth. */
const argumentsOf = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.select:
      case TYPE.plural:
        return [
          `${element.value}, ${TYPE[element.type]}`,
          ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value)),
        ];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      default:
        return [element.value];
    }
  });

/** The texts of a tree of messages, each under its path; what is no text is under its path as JSON. */
function textsOf(messages: object, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      for (const [path, text] of textsOf(value, `${prefix}${key}.`)) texts.set(path, text);
    else texts.set(prefix + key, typeof value === 'string' ? value : '');
  }
  return texts;
}
