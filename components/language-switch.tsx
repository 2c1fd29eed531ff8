import { type Language, otherLanguage } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

/** The other language, by its own name: a button of a form, so that what was filled in is kept. */
export function LanguageSwitch({ language, form }: { language: Language; form: string }) {
  const other = otherLanguage(language);
  return (
    <button className="quiet" form={form} formNoValidate name="language" value={other} lang={other}>
      {translator(language)('LanguageSwitch.label')}
    </button>
  );
}
