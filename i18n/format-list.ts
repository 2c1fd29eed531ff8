import { byLanguage, type Language, locales } from './locale.ts';

const formats = byLanguage((language) => new Intl.ListFormat(locales[language].tag, { type: 'conjunction' }));

/** Things in a sentence: `a, b and c`. */
export const formatList = (language: Language, items: readonly string[]): string => formats[language].format(items);
