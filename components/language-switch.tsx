import { useTranslations } from 'next-intl';
import { otherLanguage } from '#i18n/locale.ts';
import { useLanguage } from '#i18n/use-language.ts';

/**
 * The other language, by its own name: a button of the form, so that what was filled in is kept. Enter in a field
 * presses the first button of a form, so one stands before it, unseen: it submits, or does nothing (HTML §4.10.22.3: a
 * form outside a dialog is not sent by the method `dialog`; a disabled button would be passed over).
 */
export function LanguageSwitch({ form, onEnter }: { form: string; onEnter: 'submit' | 'nothing' }) {
  const t = useTranslations('LanguageSwitch');
  const other = otherLanguage(useLanguage());
  return (
    <>
      <button type="submit" form={form} formMethod={onEnter === 'nothing' ? 'dialog' : undefined} hidden />
      <button type="submit" className="quiet" form={form} formNoValidate name="language" value={other} lang={other}>
        {t('label')}
      </button>
    </>
  );
}
