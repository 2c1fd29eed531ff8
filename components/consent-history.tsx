import { useTranslations } from 'next-intl';
import { useDate } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { ConsentEvent } from '#lib/evidence/event-chain.ts';
import { BulletList } from './bullet-list.tsx';
import { Section } from './section.tsx';

/** What of a recorded event a customer is told. */
export type HistoricEvent = Pick<ConsentEvent, 'type' | 'happenedAt'>;

/** What happened to a consent, each thing once a day, and the number to quote. */
export function ConsentHistory({
  view: { consent, recipient },
  events,
}: {
  view: ConsentView;
  events: HistoricEvent[];
}) {
  const t = useTranslations('Dashboard');
  const date = useDate();
  const lines = events.map(({ type, happenedAt }) => `${date(happenedAt)} – ${t(`event.${type}`, { recipient })}`);
  return (
    <Section title={t('detail.history')}>
      <BulletList lines={[...new Set(lines)]} />
      <p>
        <small>{t('detail.reference', { id: consent.correlationId })}</small>
      </p>
    </Section>
  );
}
