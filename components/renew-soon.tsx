import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';

/** That a consent ends soon, and what it takes to go on. */
export function RenewSoon({ view: { endsSoon, names } }: { view: ConsentView }) {
  const t = useTranslations('Dashboard');
  return endsSoon && <p className="border-s-3 border-current ps-2.75">{t('renewSoon', names)}</p>;
}
