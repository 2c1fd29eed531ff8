import { byLanguage, type Language, locales } from './locale.ts';

const lists = byLanguage((language) => new Intl.ListFormat(locales[language].tag, { type: 'conjunction' }));

/** Things in a sentence: `a, b and c`, `a, b et c`. */
export const formatList = (language: Language, items: readonly string[]): string => lists[language].format(items);
