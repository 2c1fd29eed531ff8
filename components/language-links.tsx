import { type Language, otherLanguages } from '#i18n/locale.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { ButtonLink, type Look } from './button.tsx';
import { LanguageName } from './language-name.tsx';

/** The same page in the other languages, each by its own name. */
export function LanguageLinks({ look, addressIn }: { look: Look; addressIn: (language: Language) => string }) {
  return otherLanguages(useLanguage()).map((other) => (
    <ButtonLink key={other} look={look} href={addressIn(other)} lang={other} hrefLang={other}>
      <LanguageName language={other} />
    </ButtonLink>
  ));
}
