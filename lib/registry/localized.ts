import type { z } from 'zod';
import { byLanguage, type Language, languages } from '#i18n/locale.ts';
import { text } from './text.ts';

/** A text in every language. */
export type Localized = Record<Language, string>;

type Tagged<Name extends string> = `${Name}#${Language}`;
const tagged = <Name extends string>(name: Name, language: Language): Tagged<Name> => `${name}#${language}`;

/**
 * The fields of a localized text: one without a tag, and one for each language such as `client_name#fr` (RFC 7591
 * §2.2).
 */
export const localizedFields = <Name extends string, Untagged extends z.ZodType>(name: Name, untagged: Untagged) =>
  ({
    [name]: untagged,
    ...Object.fromEntries(languages.map((language) => [tagged(name, language), text.optional()])),
  }) as Record<Name, Untagged> & Record<Tagged<Name>, z.ZodOptional<typeof text>>;

/** The text of those fields in every language. The one without a tag stands in for missing ones. */
export const localized = <Name extends string>(
  fields: Partial<Record<Tagged<Name>, string | undefined>>,
  name: Name,
  untagged: string,
): Localized => byLanguage((language) => fields[tagged(name, language)] ?? untagged);
