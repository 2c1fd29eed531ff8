import { type Language, otherLanguages } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';

/**
 * The other languages, each by its own name: buttons of the form, so that what was filled in is kept. Enter in a field
 * presses the first button of a form, so one stands before it, unseen: it submits, or does nothing (HTML §4.10.22.3: a
 * form outside a dialog is not sent by the method `dialog`; a disabled button would be passed over).
 */
export function LanguageSwitch({
  language,
  form,
  onEnter,
}: {
  language: Language;
  form: string;
  onEnter: 'submit' | 'nothing';
}) {
  return (
    <>
      <button type="submit" form={form} formMethod={onEnter === 'nothing' ? 'dialog' : 'post'} hidden />
      {otherLanguages(language).map((other) => (
        <button
          key={other}
          type="submit"
          className="quiet"
          form={form}
          formNoValidate
          name="language"
          value={other}
          lang={other}
        >
          {translator(other)('LanguageSwitch.name')}
        </button>
      ))}
    </>
  );
}
