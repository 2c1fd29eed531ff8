import { byLanguage, type Language, locales } from './locale.ts';

const formatsOf = (options: Intl.ListFormatOptions) =>
  byLanguage((language) => new Intl.ListFormat(locales[language].tag, options));

const formats = {
  and: formatsOf({ type: 'conjunction' }),
  or: formatsOf({ type: 'disjunction' }),
  short: formatsOf({ type: 'unit', style: 'short' }),
};

/** Things in a sentence: `a, b and c`, joined by `or`, or as short as the language has it. */
export const formatList = (
  language: Language,
  items: readonly string[],
  joinedBy: keyof typeof formats = 'and',
): string => formats[joinedBy][language].format(items);
