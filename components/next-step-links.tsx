import { useTranslations } from 'next-intl';
import type { NextSteps } from '#lib/http/problem.ts';
import { ButtonLink } from './button.tsx';
import { Row } from './row.tsx';

/** The same once more, or back to the recipient without sharing, where one waits. */
export function NextStepLinks({ next: { retry, giveUp } }: { next: NextSteps }) {
  const t = useTranslations('Problem');
  return (
    <Row>
      <ButtonLink href={retry}>{t('retry')}</ButtonLink>
      {giveUp && <a href={giveUp.address}>{t('return', { recipient: giveUp.recipient })}</a>}
    </Row>
  );
}
