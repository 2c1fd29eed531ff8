import type { z } from 'zod';
import { byLanguage, type Language, languages } from '#i18n/locale.ts';
import { webAddress } from './address.ts';
import { text } from './text.ts';

/** A text in every language. */
export type Localized = Record<Language, string>;

type Tagged<Name extends string> = `${Name}#${Language}`;
type TaggedFields<Name extends string> = Record<Tagged<Name>, z.ZodOptional<typeof text>>;
export type TaggedTexts<Name extends string> = Partial<Record<Tagged<Name>, string | undefined>>;
const tagged = <Name extends string>(name: Name, language: Language): Tagged<Name> => `${name}#${language}`;

/** A field for each language, such as `client_name#fr` (RFC 7591 §2.2). */
export const taggedFields = <Name extends string>(name: Name, kind = text) =>
  Object.fromEntries(languages.map((language) => [tagged(name, language), kind.optional()])) as TaggedFields<Name>;

/** The fields of a localized text: one without a tag, and one for each language. */
export const localizedFields = <Name extends string, Untagged extends z.ZodType>(
  name: Name,
  untagged: Untagged,
  kind = text,
) => ({ [name]: untagged, ...taggedFields(name, kind) }) as Record<Name, Untagged> & TaggedFields<Name>;

/** The text of those fields in every language. The one without a tag stands in for missing ones. */
export const localized = <Name extends string>(
  fields: TaggedTexts<Name>,
  name: Name,
  untagged: string | Localized,
): Localized =>
  byLanguage(
    (language) => fields[tagged(name, language)] ?? (typeof untagged === 'string' ? untagged : untagged[language]),
  );

/** A page on the web for each language; undefined where there is none. */
type LocalizedAddress = Record<Language, string | undefined>;

type Fields<Name extends string> = Record<Name | `${Name}#${Language}`, z.ZodOptional<typeof webAddress>>;

/** The fields of such a page: one without a tag, and one for each language, such as `terms_uri#fr`. */
export const addressFields = <Name extends string>(name: Name): Fields<Name> =>
  Object.fromEntries(
    [name, ...languages.map((language) => `${name}#${language}`)].map((field) => [field, webAddress.optional()]),
  ) as Fields<Name>;

/** The page of those fields in every language. The one without a tag stands in for missing ones. */
export const addressesOf = <Name extends string>(
  fields: Partial<Record<Name | `${Name}#${Language}`, string | undefined>>,
  name: Name,
): LocalizedAddress => byLanguage((language) => fields[`${name}#${language}`] ?? fields[name]);
