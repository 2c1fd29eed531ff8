import { useLocale } from 'next-intl';
import { type Language, languageOfTag } from './locale.ts';

/** The language of the page at hand, by which names in the registry are chosen. */
export const useLanguage = (): Language => languageOfTag(useLocale()) ?? 'en';
