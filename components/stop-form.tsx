import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLanguage } from '#i18n/use-language.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { BulletList } from './bullet-list.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Card } from './card.tsx';
import { DecisionButtons } from './decision-buttons.tsx';

/** What follows from stopping, and the two answers; `children` are the fields that say what is to stop. */
export function StopForm({
  visit: { provider, place },
  recipient,
  stop,
  confirm,
  children,
}: {
  visit: Visit;
  recipient: string;
  stop: (form: FormData) => Promise<void>;
  confirm: string;
  children?: ReactNode;
}) {
  const t = useTranslations('Dashboard.stopping');
  const names = { recipient, provider: provider.name[useLanguage()] };
  const follows = (['now', 'kept', 'service', 'again', 'free'] as const).map((line) => t(line, names));
  return (
    <Card as="form" action={stop}>
      {children}
      <h2>{t('follows')}</h2>
      <BulletList lines={follows} />
      <DecisionButtons>
        <ButtonLink href={`/consents?${place}`}>{t('keep')}</ButtonLink>
        <Button name="decision" value="stop">
          {confirm}
        </Button>
      </DecisionButtons>
    </Card>
  );
}
