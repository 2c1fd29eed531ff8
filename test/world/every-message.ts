import { languages, locales } from '#i18n/locale.ts';

/** A message under its path, such as `['Consent.lead', 'You decide. …']`. */
export type Message = [path: string, text: string];

function flatten(messages: object, path = ''): Message[] {
  return Object.entries(messages).flatMap(([key, value]): Message[] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

/** Every message of every language, in the order of the files. */
export const everyMessage = await Promise.all(
  languages.map(async (language) => ({
    language,
    messages: flatten((await locales[language].messages()).default),
  })),
);
