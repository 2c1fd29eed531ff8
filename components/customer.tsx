import type { Language } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

/** Who is signed in, and the way out for somebody else. */
export function Customer({ name, signOut, language }: { name: string; signOut: string; language: Language }) {
  const t = translator(language);
  return (
    <form method="post" action={signOut} className="row">
      <span>{t('Customer.signedIn', { name })}</span>
      <button type="submit" className="textual">
        {t('Customer.notYou')}
      </button>
    </form>
  );
}
