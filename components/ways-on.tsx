import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';

/** The same once more, or back to the recipient without sharing, where one waits. */
export function WaysOn({
  retry,
  giveUp,
  language,
}: {
  retry: string;
  giveUp: { address: string; recipient: string } | undefined;
  language: Language;
}) {
  const t = translator(language);
  return (
    <p className="row">
      <a className="button" href={retry}>
        {t('Problem.retry')}
      </a>
      {giveUp && <a href={giveUp.address}>{t('Problem.return', { recipient: giveUp.recipient })}</a>}
    </p>
  );
}
