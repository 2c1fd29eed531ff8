import { otherLanguages } from '#i18n/locale.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { Button, type Look } from './button.tsx';
import { LanguageName } from './language-name.tsx';

/**
 * The same page in the other languages, each by its own name; the one that is chosen is remembered, so it is posted.
 * `address` is that of the page, where its own is not the one to come back to.
 */
export function LanguageForm({
  look,
  switchLanguage,
  address,
}: {
  look: Look;
  switchLanguage: (form: FormData) => Promise<void>;
  address?: string;
}) {
  return (
    <form action={switchLanguage} className="flex flex-wrap gap-3">
      {address !== undefined && <input type="hidden" name="address" value={address} />}
      {otherLanguages(useLanguage()).map((other) => (
        <Button key={other} look={look} name="language" value={other} lang={other}>
          <LanguageName language={other} />
        </Button>
      ))}
    </form>
  );
}
