import type { Language } from '#lib/oauth/language.ts';
import { translator } from '#messages/translator.ts';

/** The same request once more, or back to the recipient without sharing. */
export function WaysOn({
  retry,
  giveUp,
  recipient,
  language,
}: {
  retry: string;
  giveUp: string;
  recipient: string;
  language: Language;
}) {
  const t = translator(language);
  return (
    <p className="row">
      <a className="button" href={retry}>
        {t('Problem.retry')}
      </a>
      <a href={giveUp}>{t('Problem.return', { recipient })}</a>
    </p>
  );
}
