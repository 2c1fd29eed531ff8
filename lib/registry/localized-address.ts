import type { z } from 'zod';
import { byLanguage, type Language, languages } from '#i18n/locale.ts';
import { webAddress } from './address.ts';

/** A page on the web for each language; undefined where there is none. */
export type LocalizedAddress = Record<Language, string | undefined>;

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
