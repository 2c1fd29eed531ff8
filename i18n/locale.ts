import type en from '#messages/en.json';

/** What every language must have: the keys of English, each with a text. */
type Wording<Messages> = { [Key in keyof Messages]: Messages[Key] extends string ? string : Wording<Messages[Key]> };

interface Locale {
  /** BCP 47, for dates, numbers and lists. */
  tag: string;
  messages: () => Promise<{ default: Wording<typeof en> }>;
}

/** The languages there are, one a line. */
export const locales = {
  en: { tag: 'en-CA', messages: () => import('#messages/en.json', { with: { type: 'json' } }) },
  fr: { tag: 'fr-CA', messages: () => import('#messages/fr.json', { with: { type: 'json' } }) },
} as const satisfies Record<string, Locale>;

export type Language = keyof typeof locales;
export const languages = Object.keys(locales) as Language[];

/** The messages of a language, typed as those of English, whose keys and arguments they share. */
export const loadMessages = async (language: Language): Promise<typeof en> =>
  (await locales[language].messages()).default as typeof en;

/** The languages to switch to. */
export const otherLanguages = (language: Language): Language[] => languages.filter((other) => other !== language);

/** A value for each language. */
export const byLanguage = <Value>(make: (language: Language) => Value): Record<Language, Value> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Value>;

/**
 * The language of every page of a request: `language`, else the first of `ui_locales` that we have, else English.
 * Never an error (OpenID Connect Core §3.1.2.1); a `language` that we do not have is English.
 */
export const readLanguage = (parameters: URLSearchParams): Language => readAskedLanguage(parameters) ?? 'en';

/** The same; undefined where none is asked for that we have. */
export function readAskedLanguage(parameters: URLSearchParams): Language | undefined {
  const asked = parameters.get('language');
  if (asked) return languageOfTag(asked) ?? 'en';
  return firstOfTags((parameters.get('ui_locales') ?? '').split(' '));
}

/** The language that a browser prefers of those that we have (RFC 9110 §12.5.4). */
export function readAcceptLanguage(header: string | null): Language | undefined {
  const ranges = (header ?? '').split(',', 50).map((range) => {
    const [tag = '', ...parameters] = range.split(';');
    const quality = /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(parameters.join(';'))?.[1];
    return { tag, quality: quality === undefined ? 1 : Number(quality) };
  });
  const wanted = ranges.filter(({ quality }) => quality > 0).toSorted((one, other) => other.quality - one.quality);
  return firstOfTags(wanted.map(({ tag }) => tag));
}

const firstOfTags = (tags: string[]): Language | undefined =>
  tags.map(languageOfTag).find((language) => language !== undefined);

/** The language that a button of a form switches to; undefined for any other button. */
export const readLanguageSwitch = (form: URLSearchParams): Language | undefined =>
  languages.find((known) => known === form.get('language'));

export function languageOfTag(tag: string): Language | undefined {
  const primary = tag.trim().split(/[-_]/, 1)[0]?.toLowerCase();
  return languages.find((language) => language === primary);
}
