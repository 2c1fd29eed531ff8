import { useTranslations } from 'next-intl';
import type { NextSteps } from '#lib/http/problem.ts';

/** The same once more, or back to the recipient without sharing, where one waits. */
export function NextStepLinks({ next: { retry, giveUp } }: { next: NextSteps }) {
  const t = useTranslations('Problem');
  return (
    <p className="row">
      <a className="button" href={retry}>
        {t('retry')}
      </a>
      {giveUp && <a href={giveUp.address}>{t('return', { recipient: giveUp.recipient })}</a>}
    </p>
  );
}
