import { useTranslations } from 'next-intl';
import { useDateTime } from '#i18n/use-date.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { ConsentEvent } from '#lib/evidence/event-chain.ts';
import { BulletList } from './bullet-list.tsx';
import { Section } from './section.tsx';

/** What of a recorded event a customer is told. */
export type HistoricEvent = Pick<ConsentEvent, 'type' | 'happenedAt'>;

/** What happened to a consent and when, and the number to quote. */
export function ConsentHistory({ view: { consent, names }, events }: { view: ConsentView; events: HistoricEvent[] }) {
  const t = useTranslations('Dashboard');
  const time = useDateTime();
  const lines = events.map(({ type, happenedAt }) => `${time(happenedAt)} – ${t(`event.${type}`, names)}`);
  return (
    <Section title={t('detail.history')}>
      <BulletList lines={[...new Set(lines)]} />
      <p>
        <small>{t('detail.reference', { id: consent.correlationId })}</small>
      </p>
    </Section>
  );
}
