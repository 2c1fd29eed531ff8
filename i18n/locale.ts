export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The other of the two languages, for the switch. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

/**
 * The language of every page of a request: `language`, else the first of `ui_locales` that we have, else English.
 * Never an error (OpenID Connect Core §3.1.2.1); a `language` that we do not have is English.
 */
export function readLanguage(parameters: URLSearchParams): Language {
  const asked = parameters.get('language');
  if (asked) return languageOfTag(asked) ?? 'en';
  const preferred = (parameters.get('ui_locales') ?? '').split(' ');
  return preferred.map(languageOfTag).find((language) => language !== undefined) ?? 'en';
}

export function languageOfTag(tag: string): Language | undefined {
  const primary = tag.trim().split(/[-_]/, 1)[0]?.toLowerCase();
  return languages.find((language) => language === primary);
}
