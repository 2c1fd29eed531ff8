import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';

/** Who is signed in, and the way out for somebody else: a button of the form, whose ticket names the request. */
export function Customer({ name, form, language }: { name: string; form: string; language: Language }) {
  const t = translator(language);
  return (
    <p className="row">
      {t('Customer.signedIn', { name })}{' '}
      <button type="submit" className="textual" form={form} formAction="/sign-out">
        {t('Customer.notYou')}
      </button>
    </p>
  );
}
