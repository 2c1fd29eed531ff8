import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';

/** That a consent is paused, or ends soon and what it takes to go on. */
export function RenewSoon({ view: { isPaused, endsSoon, names } }: { view: ConsentView }) {
  const t = useTranslations('Dashboard');
  if (!isPaused && !endsSoon) return null;
  return <p className="border-s-3 border-current ps-2.75">{isPaused ? t('paused', names) : t('renewSoon', names)}</p>;
}
