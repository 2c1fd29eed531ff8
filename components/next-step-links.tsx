import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { Problem } from '#lib/http/problem.ts';
import { namesIn } from '#lib/registry/name.ts';
import { ButtonLink } from './button.tsx';
import { Row } from './row.tsx';

/** The ways on: the same once more, to the recipient, and always to what the customer shares. */
export function NextStepLinks({ problem: { providerId, next = {} } }: { problem: Problem }) {
  const t = useTranslations('Problem');
  const language = useLanguage();
  const { retry, again, giveUp } = next;
  const back = giveUp && t('return', namesIn(language, { recipient: giveUp.recipient }));
  const place = new URLSearchParams({ ...(providerId && { provider_id: providerId }), language });
  const hasRetry = retry !== undefined || again !== undefined;
  return (
    <Row>
      {retry && <ButtonLink href={retry}>{t('retry')}</ButtonLink>}
      {again && <ButtonLink href={again}>{t('again')}</ButtonLink>}
      {giveUp &&
        (hasRetry ? <a href={giveUp.address}>{back}</a> : <ButtonLink href={giveUp.address}>{back}</ButtonLink>)}
      <a href={`/consents?${place}`}>{t('shares')}</a>
    </Row>
  );
}
