import { otherLanguages } from '#i18n/locale.ts';
import { useLanguage } from '#i18n/use-language.ts';
import { Button } from './button.tsx';
import { LanguageName } from './language-name.tsx';

/**
 * The other languages, each by its own name: buttons of the form, so that what was filled in is kept. Enter in a field
 * presses the first button of a form, so one stands before it, unseen: it submits, or does nothing (HTML §4.10.22.3: a
 * form outside a dialog is not sent by the method `dialog`; a disabled button would be passed over).
 */
export function LanguageSwitch({ form, onEnter }: { form: string; onEnter: 'submit' | 'nothing' }) {
  return (
    <>
      <button type="submit" form={form} formMethod={onEnter === 'nothing' ? 'dialog' : undefined} hidden />
      {otherLanguages(useLanguage()).map((other) => (
        <Button key={other} look="quiet" form={form} formNoValidate name="language" value={other} lang={other}>
          <LanguageName language={other} />
        </Button>
      ))}
    </>
  );
}
