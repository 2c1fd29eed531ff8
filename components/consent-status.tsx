import { useTranslations } from 'next-intl';
import { useDate } from '#i18n/use-date.ts';
import type { ConsentView, Ending } from '#lib/dashboard/consent-view.ts';
import { BulletList } from './bullet-list.tsx';

/** How a consent stands: since when, until when or why no longer, and when it was last used. */
export function ConsentStatus({ view }: { view: ConsentView }) {
  return view.ending ? <EndedStatus view={view} ending={view.ending} /> : <ActiveStatus view={view} />;
}

function ActiveStatus({ view: { consent, recipient, provider, isPaused, endsSoon } }: { view: ConsentView }) {
  const t = useTranslations('Dashboard');
  const date = useDate();
  const { createdAt, expiresAt, lastUsedAt, durationType } = consent;
  const end = { date: date(expiresAt) };
  const lines = [
    ...(isPaused ? [t('paused', { recipient, provider })] : []),
    t('since', { date: date(createdAt) }),
    durationType === 'ONE_TIME' ? t('once', end) : t('until', end),
    lastUsedAt === undefined ? t('neverUsed') : t('lastUsed', { date: date(lastUsedAt) }),
    ...(endsSoon && !isPaused ? [t('renewSoon', { recipient })] : []),
  ];
  return <BulletList lines={lines} />;
}

function EndedStatus({ view, ending }: { view: ConsentView; ending: Ending }) {
  const t = useTranslations('Dashboard');
  const date = useDate();
  const { recipient, provider } = view;
  const { createdAt, lastUsedAt } = view.consent;
  const lines = [
    t('since', { date: date(createdAt) }),
    t('endedOn', { date: date(ending.at) }),
    t(`reason.${ending.reason}`, { recipient, provider }),
    ...(lastUsedAt === undefined ? [] : [t('lastUsed', { date: date(lastUsedAt) })]),
  ];
  return <BulletList lines={lines} />;
}
