import { byLanguage, type Language } from '#i18n/locale.ts';
import { type Localized, localized, type TaggedTexts } from './localized.ts';

/** A name in every language, and as it stands in a sentence there: *Fiducie du Havre*, *la Fiducie du Havre*. */
export interface Name extends Localized {
  withArticle: Localized;
}

/** The name of those fields, with its article where the registry gives one (`client_name_with_article#fr`). */
export function nameOf<Field extends string>(
  fields: TaggedTexts<Field> & TaggedTexts<`${Field}_with_article`>,
  field: Field,
  untagged: string,
): Name {
  const name = localized(fields, field, untagged);
  return { ...name, withArticle: localized(fields, `${field}_with_article`, name) };
}

/** A name that is the same in every sentence. */
export const plainName = (text: string): Name => ({ ...byLanguage(() => text), withArticle: byLanguage(() => text) });

type Forms<Role extends string> = Record<Role | `${'the' | 'The' | 'of' | 'to'}_${Role}`, string>;

/**
 * Names as arguments of messages. French sentences ask for `the_recipient`, `The_recipient` (to begin with),
 * `of_recipient` (*de la*, *du*, *d’*) and `to_recipient` (*à la*, *au*); English needs the name alone.
 */
export const namesIn = <Role extends string>(language: Language, names: Record<Role, Name>): Forms<Role> =>
  Object.fromEntries(
    Object.entries<Name>(names).flatMap(([role, name]) => [
      [role, name[language]],
      ...Object.entries(formsOf(language, name.withArticle[language])).map(([form, text]) => [`${form}_${role}`, text]),
    ]),
  );

function formsOf(language: Language, name: string): Record<'the' | 'The' | 'of' | 'to', string> {
  const The = name.charAt(0).toUpperCase() + name.slice(1);
  if (language !== 'fr') return { the: name, The, of: name, to: name };
  const [, article, rest] = /^(les?) (.+)$/.exec(name) ?? [];
  if (article) {
    const isOne = article === 'le';
    return { the: name, The, of: `${isOne ? 'du' : 'des'} ${rest}`, to: `${isOne ? 'au' : 'aux'} ${rest}` };
  }
  return { the: name, The, of: /^[aeiouàâéèêëîïôùû]/i.test(name) ? `d’${name}` : `de ${name}`, to: `à ${name}` };
}
