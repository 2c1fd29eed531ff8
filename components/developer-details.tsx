import { useTranslations } from 'next-intl';
import type { Problem } from '#lib/http/problem.ts';
import { Card } from './card.tsx';

/** For the recipient's developer: the parameter, the value received (as text, never a link) and the rule. */
export function DeveloperDetails({
  received: { reason, parameter, values },
}: {
  received: NonNullable<Problem['received']>;
}) {
  const t = useTranslations('Problem');
  return (
    <Card as="details">
      <summary className="min-h-7">{t('developer')}</summary>
      <dl className="grid gap-1">
        <dt className="text-sm text-soft">{t('parameter')}</dt>
        <dd>
          <code>{parameter}</code>
        </dd>
        <dt className="text-sm text-soft">{t('received')}</dt>
        {(values.length > 0 ? values : ['']).map((value) => (
          <dd key={value}>{value ? <code>{value}</code> : t('absent')}</dd>
        ))}
        <dt className="text-sm text-soft">{t('rule')}</dt>
        <dd>{t(`${reason}.rule`)}</dd>
      </dl>
    </Card>
  );
}
