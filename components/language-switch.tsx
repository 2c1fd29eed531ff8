import { type Language, otherLanguage } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

/** The other language, by its own name: a button of a form, so that what is ticked is kept, or a link where nothing is. */
export function LanguageSwitch({ language, form, href }: { language: Language; form?: string; href: string }) {
  const other = otherLanguage(language);
  const label = translator(language)('LanguageSwitch.label');
  if (!form)
    return (
      <a className="quiet text-inherit no-underline" href={href} lang={other} hrefLang={other}>
        {label}
      </a>
    );
  return (
    <button className="quiet" type="submit" form={form} formAction={href} name="language" value={other} lang={other}>
      {label}
    </button>
  );
}
