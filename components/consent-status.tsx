import { useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';

/** How a consent stands, in a word. */
export function ConsentStatus({ view: { isActive, isPaused, endsSoon } }: { view: ConsentView }) {
  const t = useTranslations('Dashboard.status');
  const look = isActive ? 'border-ink font-semibold' : 'border-line text-soft';
  return (
    <span className={`inline-block flex-none rounded-full border px-2.5 text-sm ${look}`}>
      {t(isPaused ? 'paused' : endsSoon ? 'soon' : isActive ? 'active' : 'ended')}
    </span>
  );
}
