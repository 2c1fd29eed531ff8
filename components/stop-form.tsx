import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BulletList } from './bullet-list.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Card } from './card.tsx';
import { DecisionButtons } from './decision-buttons.tsx';

/** What follows from stopping, and the two answers; `children` are the fields that say what is to stop. */
export function StopForm({
  place,
  stop,
  follows,
  confirm,
  children,
}: {
  place: string;
  stop: (form: FormData) => Promise<void>;
  follows: string[];
  confirm: string;
  children?: ReactNode;
}) {
  const t = useTranslations('Dashboard.stopping');
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
